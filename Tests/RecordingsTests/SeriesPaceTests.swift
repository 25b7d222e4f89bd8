import Testing

@testable import Recordings

@Suite struct SeriesPaceTests {
    private static func oddities(_ times: [Int64]) -> [Oddity?] {
        var pace = SeriesPace()
        return times.map { pace.oddity(of: $0) }
    }

    @Test func aRegularSeriesHasNothingOdd() {
        #expect(Self.oddities((0..<1000).map { 5 + $0 * 60_000 }).allSatisfy { $0 == nil })
        #expect(
            Self.oddities((0..<1000).map { $0 * 60_000 + ($0 % 3) * 2000 }).allSatisfy { $0 == nil }, "a little jitter")
    }

    @Test(
        arguments: [
            (0, .duplicate), (-1, .stepBack), (-70, .stepBack), (1, .irregular), (89, .irregular), (91, nil),
            (110, nil),
            (111, .irregular), (149, .irregular), (150, .gap), (100_000, .gap),
        ] as [(Int64, Oddity?)])
    func aStepIsMeasuredByTheUsualOne(step: Int64, oddity: Oddity?) {
        #expect(Self.oddities([0, 100, 200, 300, 300 + step]).last == oddity)
    }

    @Test func aStepBackDoesNotBlindIt() {
        #expect(Self.oddities([0, 10, 20, 15, 30, 40, 60]) == [nil, nil, nil, .stepBack, .gap, nil, .gap])
    }

    @Test func aSeriesThatGoesOnAtAnotherPaceIsUsualAgain() {
        let times = (0..<20).map { Int64($0) * 10 } + (1..<60).map { 190 + Int64($0) * 30 }
        let found = Self.oddities(times)
        #expect(found[20] == .gap && found.last == .some(nil))
        #expect(found.count { $0 == .gap } == 20)
    }
}
