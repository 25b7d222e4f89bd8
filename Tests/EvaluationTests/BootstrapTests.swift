import Evaluation
import Samples
import Testing

@Suite struct BootstrapTests {
    private func mean(of values: [Double], _ bootstrap: Bootstrap) -> Interval? {
        let intervals = bootstrap.intervals(units: values.count) { draws in
            ["mean": zip(values, draws).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(values.count)]
        }
        return intervals["mean"]
    }

    // Thirty of a hundred: the standard error is √(0.3 × 0.7 / 100) = 0.0458, and 1.96 of it to either side is
    // 0.210 ... 0.390.
    @Test func agreesWithTheBinomialDistribution() throws {
        let values = (0..<100).map { $0 < 30 ? 1.0 : 0 }
        let interval = try #require(mean(of: values, Bootstrap(seed: 1)))
        #expect(abs(interval.lower - 0.21) <= 0.02)
        #expect(abs(interval.upper - 0.39) <= 0.02)
    }

    @Test func holdsTheTruthNineteenTimesOfTwenty() {
        var generator = SeededGenerator(seed: 2)
        let hits = (0..<300).count { trial in
            let values = (0..<40).map { _ in Double.random(in: 0..<1, using: &generator) }
            return mean(of: values, Bootstrap(seed: UInt64(trial), resamples: 200))?.contains(0.5) ?? false
        }
        // 285 are expected, give or take 4; the percentile interval is a little too narrow, hence down to 270.
        #expect((270...295).contains(hits))
    }

    @Test func sameSeedSameInterval() {
        let values: [Double] = [1, 5, 2, 8, 3, 9]
        #expect(mean(of: values, Bootstrap(seed: 3)) == mean(of: values, Bootstrap(seed: 3)))
        #expect(mean(of: values, Bootstrap(seed: 3)) != mean(of: values, Bootstrap(seed: 4)))
    }

    @Test func drawsAsManyUnitsAsThereAreAndEachAsOften() {
        var sums = [Int](repeating: 0, count: 7)
        _ = Bootstrap(seed: 5).intervals(units: 7) { draws in
            #expect(draws.reduce(0, +) == 7)
            for (unit, times) in draws.enumerated() { sums[unit] += times }
            return [0: 0]
        }
        // 1,000 each; the standard deviation is √(7,000 × 1/7 × 6/7) = 29.
        #expect(sums.allSatisfy { abs($0 - 1000) < 120 })
    }

    @Test(arguments: [0, 1])
    func knowsNothingFromFewerThanTwoUnits(_ units: Int) {
        #expect(Bootstrap(seed: 6).intervals(units: units) { _ in [0: 1] }.isEmpty)
    }

    @Test func noResamplesNoInterval() {
        #expect(Bootstrap(seed: 7, resamples: 0).intervals(units: 9) { _ in [0: 1] }.isEmpty)
    }

    // The first of two units is missing in a quarter of the draws.
    @Test func aFigureThatIsMostlyUndefinedHasNone() {
        let intervals = Bootstrap(seed: 8).intervals(units: 2) { draws in
            draws[0] == 0 ? ["rare": 1, "always": 2] : ["often": 3, "always": 2]
        }
        #expect(intervals == ["often": Interval(lower: 3, upper: 3), "always": Interval(lower: 2, upper: 2)])
    }

    @Test func drawsNoFewerThanZeroTimes() async {
        await #expect(processExitsWith: .failure) { _ = Bootstrap(seed: 1, resamples: -1) }
    }
}
