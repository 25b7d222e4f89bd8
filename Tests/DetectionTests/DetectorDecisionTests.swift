import Detection
import Samples
import Testing

/// What opens, what closes, and what stays quiet.
@Suite struct DetectorDecisionTests {
    private static let calm = Fixture.noise(600)

    @Test func raisesNothingWhileWarmingUp() {
        let report = Fixture.report((0..<50).map { $0.isMultiple(of: 7) ? 1e6 : 1 })
        #expect(report.warming == 20)
        #expect(report.scored == 30)
        #expect(report.transitions.isEmpty)
        #expect(report.movements.isEmpty)
    }

    @Test func noiseIsQuiet() {
        let report = Fixture.report(Fixture.noise(5000))
        #expect(report.transitions.isEmpty)
        #expect(report.scored == 4980)
    }

    @Test(arguments: [
        "step", "spike", "drop to zero", "slow ramp",
    ])
    func opensOnceAndRecoversQuietly(shape: String) throws {
        var values = Self.calm + Fixture.noise(100, seed: 2) + Fixture.noise(1000, seed: 3)
        for index in 600..<700 {
            switch shape {
            case "step": values[index] += 15
            case "spike": values[index] += index == 600 ? 20 : 0
            case "drop to zero": values[index] = 0
            default: values[index] += Double(index - 600) * 0.5
            }
        }
        let report = Fixture.report(values)
        #expect(report.opened.count == 1)
        #expect(report.closed.count == 1)
        #expect(report.closed.first?.closeReason == .recovered)
        let opened = try #require(report.opened.first)
        #expect(opened.onset.milliseconds >= 600_000)
        #expect(opened.onset.milliseconds <= (shape == "slow ramp" ? 630_000 : 600_000))
        #expect(report.closed.first?.id == opened.id)
    }

    @Test(arguments: [1, 2, 3, 4])
    func aBurstShorterThanThePolicyAsksStaysQuiet(length: Int) {
        let report = Fixture.report(
            Self.calm + Fixture.noise(length, level: 200, seed: 2) + Fixture.noise(100, seed: 3),
            Fixture.configuration(Policy(openAfter: 3)))
        #expect(report.opened.map(\.time.milliseconds) == (length < 3 ? [] : [602_000]))
        #expect(report.opened.allSatisfy { $0.onset.milliseconds == 600_000 })
    }

    @Test(arguments: [Direction.above, .below, .both], [25.0, -25])
    func looksWhereThePolicySays(direction: Direction, step: Double) {
        let report = Fixture.report(
            Self.calm + Fixture.noise(30, level: 100 + step, seed: 2) + Fixture.noise(50, seed: 3),
            Fixture.configuration(Policy(direction: direction)))
        let counts = direction == .both || (direction == .above) == (step > 0)
        #expect(report.opened.count == (counts ? 1 : 0))
    }

    @Test(arguments: [
        (Policy(minimumDeviation: 30), 0), (Policy(minimumDeviation: 20), 1),
        (Policy(minimumRelativeDeviation: 0.3), 0), (Policy(minimumRelativeDeviation: 0.2), 1),
        (Policy(enabled: false), 0), (Policy(openAt: 3), 1),
    ])
    func negligibleDeviationsDoNotCount(policy: Policy, expected: Int) {
        let report = Fixture.report(
            Self.calm + Fixture.noise(20, level: 125, seed: 2), Fixture.configuration(policy))
        #expect(report.opened.count == expected)
    }

    @Test func flickerIsOneAnomaly() {
        let flicker = (0..<60).map { 100 + ($0 % 4 == 3 ? 0 : 20.0) }
        let report = Fixture.report(Self.calm + flicker + Fixture.noise(50, seed: 2))
        #expect(report.opened.count == 1)
        #expect(report.closed.count == 1)
    }

    @Test(arguments: [1, 2, 5, 20])
    func closesAfterExactlySoManyCalmSamples(count: Int) {
        let report = Fixture.report(
            Self.calm + [200, 200, 200] + [Double](repeating: 100, count: 40),
            Fixture.configuration(Policy(closeAfter: count)))
        #expect(report.closed.map(\.time) == [EventTime(seconds: Int64(602 + count))])
    }

    @Test func aLastingShiftBecomesNormal() throws {
        let policy = Policy(acceptAfter: .seconds(300))
        let up = Fixture.noise(1500, level: 150, seed: 2)
        let back = Fixture.noise(1500, level: 100, seed: 3)
        let report = Fixture.report(Self.calm + up + back, Fixture.configuration(policy))
        let phases = report.transitions.map(\.anomaly.phase).filter { $0 != .updated }
        #expect(phases == [.opened, .closed, .opened, .closed])
        #expect(report.closed.map(\.closeReason) == [.levelShift, .levelShift])
        #expect(report.closed.first?.time == EventTime(seconds: 900))
        #expect(report.opened.last?.onset == EventTime(seconds: 2100))
        // It says from where to where, within the noise of some ten samples.
        let shifts = try report.closed.map { try #require($0.shift) }
        #expect(
            zip(shifts, [(100.0, 150.0), (150, 100)]).allSatisfy {
                abs($0.before - $1.0) < 1 && abs($0.after - $1.1) < 1
            })
        #expect(report.transitions.allSatisfy { ($0.anomaly.shift != nil) == ($0.anomaly.closeReason == .levelShift) })
    }

    @Test func aShiftOfFewSamplesIsNotAccepted() {
        let values = Self.calm + Fixture.noise(24, level: 130, seed: 2) + Fixture.noise(200, seed: 3)
        let report = Fixture.report(values, interval: 300_000)
        #expect(report.closed.map(\.closeReason) == [.recovered])
        #expect(report.opened.count == 1)
    }

    @Test func gravityGrowsWithThePeak() {
        let policy = Policy(openAt: 4, warningAt: 0.6, criticalAt: 0.95)
        let report = Fixture.report(Self.calm + [106, 107, 150, 150], Fixture.configuration(policy))
        #expect(report.transitions.last?.anomaly.severity == .critical)
        let severities = report.transitions.map(\.anomaly.severity)
        #expect(severities == severities.sorted())
    }

    @Test(arguments: [0.0, 5, -3, 1e9])
    func aConstantSeriesNeitherScreamsNorSleeps(level: Double) {
        let constant = [Double](repeating: level, count: 1000)
        #expect(Fixture.report(constant).transitions.isEmpty)
        let changed = level + max(1, abs(level) * 0.1)
        let report = Fixture.report(constant + [Double](repeating: changed, count: 3))
        #expect(report.opened.map(\.onset) == [EventTime(seconds: 1000)])
        let jitter = (0..<1000).map { level + ($0.isMultiple(of: 2) ? 0 : abs(level) * 0.0005) }
        #expect(Fixture.report(constant + jitter).transitions.isEmpty)
    }
}
