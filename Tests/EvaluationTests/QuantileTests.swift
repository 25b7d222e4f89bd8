import Testing

@testable import Evaluation

@Suite struct QuantileTests {
    // The position is share × (count - 1): 0.5 × 3 = 1.5 lies half way from 2 to 4; 0.9 × 4 = 3.6 at 40 + 0.6 × 10.
    @Test(
        arguments: [
            ([1, 2, 4, 8], 0.5, 3), ([10, 20, 30, 40, 50], 0.9, 46), ([10, 20, 30], 0, 10), ([10, 20, 30], 1, 30),
            ([7], 0.9, 7), ([3, 3, 3], 0.3, 3),
        ] as [([Double], Double, Double)])
    func liesBetweenTheClosestRanks(_ numbers: [Double], _ share: Double, _ expected: Double) throws {
        let value = try #require(Quantile.value(at: share, of: numbers))
        #expect(abs(value - expected) < 1e-12)
    }

    @Test func ofNothingIsNothing() {
        #expect(Quantile.value(at: 0.5, of: []) == nil)
    }

    @Test func aShareIsNoPercentage() async {
        await #expect(processExitsWith: .failure) { _ = Quantile.value(at: 90, of: [1, 2]) }
    }
}
