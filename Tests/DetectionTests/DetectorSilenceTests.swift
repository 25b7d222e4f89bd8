import Detection
import Samples
import Testing

/// Duplicates, samples out of order, anomalies that a silence closes, and newcomers.
@Suite struct DetectorSilenceTests {
    /// Silence itself is told elsewhere.
    private static let quiet = Fixture.configuration(Policy(silence: .off))
    private static let broken = Fixture.noise(300) + [200, 200, 200]

    @Test(arguments: [0, 1, 59_999, 60_000])
    func anAnomalyStaysOpenWhilePatienceLasts(later: Int64) {
        var detector = Fixture.detector(Self.quiet)
        _ = detector.report(Fixture.samples(Self.broken))
        var report = DetectionReport()
        detector.process(RoutedSamples(), watermark: 302_000 + later, into: &report)
        #expect(report.transitions.isEmpty)
        #expect(detector.openCount == 1)
    }

    @Test(arguments: [362_001, 400_000, 9_000_000] as [Int64])
    func silenceClosesAtTheSameStepWhoeverNoticesIt(watermark: Int64) {
        var detector = Fixture.detector(Self.quiet)
        _ = detector.report(Fixture.samples(Self.broken))
        var sample = RoutedSamples()
        if watermark == 400_000 { sample.append(series: 0, time: watermark, step: watermark, value: 100) }
        var report = DetectionReport()
        detector.process(sample, watermark: watermark, into: &report)
        #expect(report.transitions.map(\.step) == [362_000])
        #expect(report.closed.map(\.closeReason) == [.silent])
        #expect(report.closed.map(\.time) == [EventTime(seconds: 302)])
        #expect(detector.openCount == 0)
    }

    /// Nothing came in for ten minutes: the series that comes back with all others was not silent.
    @Test(arguments: [true, false])
    func anOutageOfAllInputIsNoSilence(isTold: Bool) {
        var detector = Fixture.detector(Self.quiet)
        _ = detector.report(Fixture.samples(Self.broken))
        var sample = RoutedSamples()
        sample.append(series: 0, time: 902_000, step: 902_000, value: 200)
        let jump = StepJump(from: 302_000, to: 902_000)
        var report = DetectionReport()
        detector.process(sample, jumps: isTold ? [jump] : [], watermark: 902_000, into: &report)
        #expect(report.closed.map(\.closeReason) == (isTold ? [] : [.silent]))
    }

    /// Whoever does not come back with the others is silent, later by as long as nothing came in.
    @Test(arguments: [961_999, 962_000, 970_000] as [Int64])
    func whoStaysAwayAfterAnOutageIsSilent(watermark: Int64) {
        var detector = Fixture.detector(Self.quiet)
        _ = detector.report(Fixture.samples(Self.broken))
        var report = DetectionReport()
        let jump = StepJump(from: 302_000, to: 902_000)
        detector.process(RoutedSamples(), jumps: [jump], watermark: 902_000, into: &report)
        #expect(report.transitions.isEmpty)
        // 60 s of patience, of which the outage used up one interval of 3 s.
        detector.process(RoutedSamples(), watermark: watermark, into: &report)
        #expect(report.transitions.map(\.step) == (watermark > 959_000 ? [959_000] : []))
    }

    @Test func duplicatesAreJudgedAndStepsBackLeftOut() {
        var detector = Fixture.detector()
        var samples = Fixture.samples(Fixture.noise(100))
        samples.append(series: 0, time: 99_000, step: 99_000, value: 100)
        samples.append(series: 0, time: 98_999, step: 99_000, value: 1e9)
        let report = detector.report(samples)
        #expect(report.outOfOrder == 1)
        #expect(report.scored + report.warming == 101)
        #expect(report.transitions.isEmpty)
    }

    @Test func oneThatComesLaterIsANewcomerUntilItIsKnown() {
        var detector = Fixture.detector()
        detector.add(1, SeriesKey("process_cpu_cores", ["process": "yes"]))
        _ = detector.report(Fixture.samples(Fixture.noise(100)))
        var late = RoutedSamples()
        for tick in 100..<200 {
            late.append(series: 1, time: Int64(tick) * 1000, step: Int64(tick) * 1000, value: 1)
        }
        let report = detector.report(late)
        #expect(report.movements.count == 20)
        #expect(report.movements.allSatisfy { $0.newcomer == 1 && $0.expected == 0 && $0.value == 1 })
    }

    @Test func aShardThatWasIdleKnowsWhenTheOthersBegan() {
        var detector = Fixture.detector()
        var report = DetectionReport()
        detector.process(RoutedSamples(), start: 0, watermark: 200_000, into: &report)
        detector.process(Fixture.samples(Fixture.noise(5), from: 100), start: 0, watermark: 204_000, into: &report)
        #expect(report.movements.count == 5)
    }

    /// Of a series with five minutes between samples, the second one shows that its first was part of the start.
    @Test(arguments: [(2, 1), (3, 20)])
    func aSlowSeriesIsNoNewcomerInItsFirstIntervals(intervalsLate: Int, news: Int) {
        var detector = Fixture.detector()
        var report = DetectionReport()
        let samples = Fixture.samples(Fixture.noise(20), interval: 300_000, from: intervalsLate)
        detector.process(samples, start: 0, watermark: 0, into: &report)
        #expect(report.movements.count == news)
    }

    @Test func whoeverIsNotKnownTwiceIsKnownOnce() {
        var detector = Fixture.detector()
        detector.add(0, Fixture.key)
        detector.add(700, SeriesKey("far"))
        #expect(detector.seriesCount == 2)
    }

    @Test func publishesItsMemory() {
        let bytes = Fixture.detector().bytesPerSeries
        #expect(bytes == 3567)
        var one = Detector(Fixture.quick)
        one.add(0, Fixture.key)
        #expect(one.bytesPerSeries == bytes - (144 - 24) * 4)
    }
}
