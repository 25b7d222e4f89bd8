import Testing

@testable import Evaluation

@Suite struct SigmoidTests {
    // 2 / (1 + e^-5) - 1 = 2 / 1.0067379 - 1 = 0.9866143.
    @Test func fallsFromNearlyOneToNearlyMinusOne() {
        #expect(abs(Sigmoid.value(at: -1) - 0.986_614_3) < 1e-7)
        #expect(Sigmoid.value(at: 0) == 0)
        #expect(abs(Sigmoid.value(at: 1) + 0.986_614_3) < 1e-7)
        #expect(Sigmoid.value(at: 3) > -1)
    }
}
