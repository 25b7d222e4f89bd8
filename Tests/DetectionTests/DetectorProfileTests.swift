import Detection
import Samples
import Testing

/// A profile is policy: what kind of metric a series is taken for decides no more than when it alarms.
@Suite struct DetectorProfileTests {
    /// Latencies alarm only above what is expected.
    private static func book(_ metrics: MetricBook = MetricBook()) -> PolicyBook {
        var latencies = PolicyBook.Rule(name: "latencies", match: SeriesSelector(kind: .latency, unit: .seconds))
        latencies.direction = .above
        return PolicyBook(rules: [latencies], metrics: metrics)
    }

    private static func detector(_ book: PolicyBook) -> Detector {
        var detector = Fixture.detector(DetectorConfiguration(policies: book))
        _ = detector.report(Fixture.samples(Fixture.noise(400)))
        return detector
    }

    @Test func aSeriesGetsTheProfileOfItsKindAndUnit() {
        var detector = Self.detector(Self.book())
        #expect(detector.report(Fixture.samples([50, 50], from: 400)).opened.isEmpty, "faster is no fault")
        #expect(detector.report(Fixture.samples([150, 150], from: 402)).opened.count == 1)
    }

    @Test func anotherKindHoldsFromTheNextSampleAndLosesNothingLearned() throws {
        var detector = Self.detector(Self.book())
        var untouched = Self.detector(PolicyBook())
        let traffic = MetricBook(kinds: [.init("request_*", .traffic)])
        let restarted = detector.apply(DetectorConfiguration(policies: Self.book(traffic)))
        #expect(restarted.isEmpty)
        let dip = Fixture.samples([50, 50], from: 400)
        let (found, expected) = (detector.report(dip), untouched.report(dip))
        #expect(found.opened.count == 1)
        #expect(found.opened.first?.terms == expected.opened.first?.terms, "judged by the same learned state")
        #expect(try #require(found.opened.first).samplesSeen == 400)
    }
}
