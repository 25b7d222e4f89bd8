import Detection
import Samples
import Testing

/// Learned state is not policy.
@Suite struct DetectorApplyTests {
    private static let past = Fixture.noise(400)

    private func configuration(_ change: (inout DetectorConfiguration) -> Void) -> DetectorConfiguration {
        var configuration = DetectorConfiguration()
        change(&configuration)
        return configuration
    }

    @Test func aPolicyLosesNothingLearned() {
        var reloaded = Fixture.detector()
        var untouched = Fixture.detector()
        _ = reloaded.report(Fixture.samples(Self.past))
        _ = untouched.report(Fixture.samples(Self.past))
        let stricter = configuration { $0.policies = PolicyBook(standard: Policy(openAt: 9, closeAfter: 2)) }
        #expect(reloaded.apply(stricter).isEmpty)
        #expect(reloaded.apply(DetectorConfiguration()).isEmpty)
        let next = Fixture.samples(Fixture.noise(100, seed: 2) + [150, 150], from: 400)
        let (a, b) = (reloaded.report(next), untouched.report(next))
        #expect(a.transitions == b.transitions)
        #expect(a.movements == b.movements)
        #expect(a.opened.first?.terms == b.opened.first?.terms)
        #expect(a.opened.count == 1)
    }

    @Test func aPolicyHoldsFromTheNextSampleOn() {
        var detector = Fixture.detector()
        _ = detector.report(Fixture.samples(Self.past + [150, 150]))
        #expect(detector.openCount == 1)
        detector.apply(configuration { $0.policies = PolicyBook(standard: Policy(enabled: false)) })
        let report = detector.report(Fixture.samples([150], from: 402))
        #expect(report.closed.map(\.closeReason) == [.recovered])
    }

    @Test func whatASilencedSeriesDidIsNotHeldAgainstIt() {
        var detector = Fixture.detector(configuration { $0.policies = PolicyBook(standard: Policy(enabled: false)) })
        _ = detector.report(Fixture.samples(Self.past + [Double](repeating: 150, count: 5)))
        detector.apply(DetectorConfiguration())
        #expect(detector.report(Fixture.samples(Fixture.noise(20, seed: 2), from: 405)).transitions.isEmpty)
    }

    @Test func onlyTheBaselineThatChangedStartsAgain() throws {
        var detector = Fixture.detector()
        _ = detector.report(Fixture.samples(Self.past))
        #expect(detector.apply(configuration { $0.shape.drift?.fast = 0.1 }) == ["drift"])
        let report = detector.report(Fixture.samples([150, 150], from: 400))
        let terms = try #require(report.opened.first).terms.map(\.baseline)
        #expect(terms.contains("robust_z") && terms.contains("level_shift") && !terms.contains("drift"))
    }

    @Test func eachPartOfTheShapeNamesWhoStartsAgain() {
        func restarted(_ change: (inout DetectorConfiguration) -> Void) -> [String] {
            var detector = Fixture.detector()
            return detector.apply(configuration(change))
        }
        let seasons = ["daily_season", "holt_winters", "weekly_season"]
        let all = (seasons + ["drift", "level_shift", "robust_z", "spread"]).sorted()
        #expect(restarted { $0.version = "2" } == [])
        #expect(restarted { $0.shape.holtWinters?.slotsPerDay = 24 } == ["holt_winters"])
        #expect(restarted { $0.shape.robustZScore?.rate = 0.1 } == ["robust_z"])
        #expect(restarted { $0.shape.warmUp = 10 } == all)
        #expect(restarted { $0.shape.absoluteFloor = 1 } == all)
        #expect(restarted { $0.shape.relativeFloor = 1 } == all)
        #expect(restarted { $0.shape.robustZScore = nil } == [])
        #expect(restarted { $0.shape.ewma = ModelShape.EWMA() } == ["ewma"])
        #expect(restarted { $0.clock = CivilClock(transitions: [], offsets: [3_600_000]) } == seasons)
    }

    @Test func anAnomalyWhoseModelsAllStartAgainEnds() {
        var detector = Fixture.detector()
        _ = detector.report(Fixture.samples(Self.past + [150, 150]))
        detector.apply(configuration { $0.shape.warmUp = 30 })
        let report = detector.report(Fixture.samples(Fixture.noise(200, level: 150, seed: 2), from: 402))
        #expect(report.closed.map(\.closeReason) == [.levelShift])
        #expect(report.opened.isEmpty)
        #expect(report.movements.isEmpty)
    }

    @Test func idsFollowSeriesOnsetAndDetectorSetOnly() throws {
        func id(_ configuration: DetectorConfiguration, _ key: SeriesKey = Fixture.key) throws -> String {
            var detector = Detector(configuration)
            detector.add(0, key)
            return try #require(detector.report(Fixture.samples(Self.past + [150, 150])).opened.first).id
        }
        let standard = try id(DetectorConfiguration())
        #expect(standard.count == 16)
        #expect(try id(configuration { $0.version = "other" }) == standard)
        #expect(try id(configuration { $0.policies = PolicyBook(standard: Policy(openAt: 6)) }) == standard)
        #expect(try id(configuration { $0.shape.drift = nil }) != standard)
        #expect(try id(DetectorConfiguration(), SeriesKey("other")) != standard)
    }
}
