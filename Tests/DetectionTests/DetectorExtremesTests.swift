import Detection
import Samples
import Testing

/// Numbers at the edge of what a number can be: judged like others, and no way to break a series.
@Suite struct DetectorExtremesTests {
    @Test(arguments: [1e39, -1e300])
    func aValueBeyondAFloatIsAnAnomaly(value: Double) throws {
        let report = Fixture.report(Fixture.noise(200) + [value] + Fixture.noise(20, seed: 2))
        let opened = try #require(report.opened.first)
        #expect(opened.time == EventTime(seconds: 200))
        #expect(opened.value == value)
        #expect(report.closed.map(\.closeReason) == [.recovered])
    }

    @Test func aValueBeyondAFloatEndsNothing() {
        let report = Fixture.report(Fixture.noise(200) + [150, 150, 1e39, 150, 150])
        #expect(report.opened.count == 1 && report.closed.isEmpty)
    }

    /// Whatever was accepted as the new normal, noise around 100 is normal again some time later, and the largest residuals are
    /// forgotten after three months.
    @Test(arguments: [[3.3e38, -3.3e38], [1e308, -1e308], [1e25], [2e19, 0]])
    func noNewLevelLastsForEver(levels: [Double]) {
        var policy = Policy()
        policy.acceptAfter = .seconds(100)
        let wild = (0..<400).map { levels[$0 % levels.count] }
        let report = Fixture.report(
            Fixture.noise(200) + wild + Fixture.noise(40_000, seed: 2) + [1e6], interval: 300_000,
            Fixture.configuration(policy))
        #expect(report.closed.first?.closeReason == .levelShift)
        #expect(report.opened.last?.value == 1e6, "neither deaf")
        #expect(report.opened.count { $0.time > EventTime(seconds: 35_000 * 300) } == 1, "nor screaming")
    }
}
