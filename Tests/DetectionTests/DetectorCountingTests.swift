import Detection
import Foundation
import Samples
import Testing

/// Counters through the detector: judged by their rate, and never for beginning anew.
@Suite struct DetectorCountingTests {
    private static let minute: Int64 = 60_000
    private static let declared = SeriesKey("requests_total", ["service": "web"])
    private static let undeclared = SeriesKey("requests", ["service": "web"])

    /// A number of requests each minute, about 600, more by day than by night.
    private static func gains(_ count: Int, seed: UInt64 = 1) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { index in
            let level = 600 - 300 * cos(2 * .pi * Double(index % 1440) / 1440)
            return max(0, (level + level.squareRoot() * generator.normal()).rounded())
        }
    }

    /// The values of a counter that begins anew with some of its samples.
    private static func counting(_ gains: [Double], from start: Double = 0, resets: Set<Int> = []) -> [Double] {
        var value = start
        return gains.enumerated().map { index, gain in
            value = resets.contains(index) ? gain / 3 : value + gain
            return value
        }
    }

    private static func detector(_ key: SeriesKey, types: [MetricBook.Assignment<MetricType>] = []) -> Detector {
        var detector = Detector(
            DetectorConfiguration(policies: PolicyBook(metrics: MetricBook(types: types))))
        detector.add(0, key)
        return detector
    }

    private static func report(_ values: [Double], _ key: SeriesKey) -> DetectionReport {
        var detector = detector(key)
        return detector.report(Fixture.samples(values, interval: minute))
    }

    /// Two weeks with a deployment each day at another hour: no more alarms than of the same rates without one.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func resetsNeverAlarm(seed: UInt64) {
        let resets = Set((0..<14).map { $0 * 1440 + 100 + 97 * $0 })
        let values = Self.counting(Self.gains(14 * 1440, seed: seed), from: 5e6, resets: resets)
        let report = Self.report(values, Self.declared)
        #expect(report.resets == 14 && report.unrated == 15)
        #expect(report.scored + report.warming + report.unrated == values.count)
        let rates = Fixture.report(Self.gains(14 * 1440, seed: seed).map { $0 / 60 }, interval: Self.minute)
        #expect(report.opened.count <= rates.opened.count)
        let after = resets.flatMap { [$0, $0 + 1] }.map { EventTime(milliseconds: Int64($0) * Self.minute) }
        #expect(report.opened.allSatisfy { !after.contains($0.time) })
    }

    @Test func anAnomalyOfACounterIsOneOfItsRate() throws {
        var gains = Self.gains(3 * 1440)
        for index in 3000..<3030 { gains[index] *= 3 }
        let report = Self.report(Self.counting(gains, resets: [2000]), Self.declared)
        let anomaly = try #require(report.opened.first { $0.time.milliseconds / Self.minute >= 3000 })
        #expect(anomaly.time.milliseconds / Self.minute == 3000 && anomaly.kind == .rate)
        #expect(abs(anomaly.value - gains[3000] / 60) < 1e-6)
        #expect((anomaly.value / 4...anomaly.value / 2).contains(anomaly.expected))
        #expect(anomaly.upper < anomaly.value)
        #expect(report.closed.allSatisfy { $0.kind == .rate })
    }

    @Test func oneThatCountsNoMoreIsSeen() {
        let gains = Self.gains(2000) + [Double](repeating: 0, count: 20)
        let places = Self.report(Self.counting(gains), Self.declared).opened.map { $0.time.milliseconds / Self.minute }
        #expect(places.contains { (2000...2002).contains($0) })
    }

    @Test func aGapIsJudgedByItsMeanRate() {
        let values = Self.counting(Self.gains(2000))
        var samples = RoutedSamples()
        for (index, value) in values.enumerated() where !(1500..<1530).contains(index) {
            samples.append(series: 0, time: Int64(index) * Self.minute, step: Int64(index) * Self.minute, value: value)
        }
        var detector = Self.detector(Self.declared)
        #expect(detector.report(samples).opened.map(\.kind) == [.silence])
    }

    /// What nobody declared is judged as it is until it is known to be a counter; its resets do not alarm before either.
    @Test(arguments: [0, 5e6], [1, 2, 3] as [UInt64])
    func oneThatIsRecognisedIsNotToldForIt(start: Double, seed: UInt64) {
        let values = Self.counting(Self.gains(4 * 1440, seed: seed), from: start, resets: [300, 1700, 4000])
        var detector = Self.detector(Self.undeclared)
        let report = detector.report(Fixture.samples(values, interval: Self.minute))
        #expect(detector.counterCount == 1)
        #expect(report.resets == 2 && report.unrated == 3, "the first reset tells that it is a counter")
        #expect(report.opened.isEmpty)
    }

    @Test func aMistakeIsSetRight() {
        let values = Self.counting(Self.gains(1000), from: 5e6)
        var detector = Self.detector(Self.undeclared, types: [.init("requests", .gauge)])
        _ = detector.report(Fixture.samples(values, interval: Self.minute))
        #expect(detector.counterCount == 0)
        detector.apply(
            DetectorConfiguration(policies: PolicyBook(metrics: MetricBook(types: [.init("requests", .counter)]))))
        let report = detector.report(
            Fixture.samples(Self.counting(Self.gains(100), from: 6e6), interval: Self.minute, from: 1000))
        #expect(detector.counterCount == 1 && report.warming == 20 && report.unrated == 1 && report.opened.isEmpty)
        detector.apply(DetectorConfiguration())
        #expect(detector.counterCount == 1, "what is known is not lost with the setting")
    }

    @Test func anAnomalyEndsWhereTheSeriesIsJudgedAsSomethingElse() {
        var detector = Self.detector(Self.undeclared)
        let calm = Fixture.noise(400)
        #expect(detector.report(Fixture.samples(calm + [150, 150], interval: Self.minute)).opened.count == 1)
        detector.apply(
            DetectorConfiguration(policies: PolicyBook(metrics: MetricBook(types: [.init("requests", .counter)]))))
        let report = detector.report(Fixture.samples([151, 152], interval: Self.minute, from: 402))
        #expect(report.closed.map(\.closeReason) == [.levelShift] && detector.openCount == 0)
    }

    /// So that rules for rates hold as soon as it is known to be one.
    @Test func aCounterGetsThePolicyOfItsRate() {
        var rule = PolicyBook.Rule(name: "bytes", match: SeriesSelector(unit: .bytesPerSecond))
        rule.enabled = false
        let key = SeriesKey("sent_bytes")
        var detector = Detector(DetectorConfiguration(policies: PolicyBook(rules: [rule])))
        detector.add(0, key)
        var gains = Self.gains(1600)
        gains[1500] = 90_000
        #expect(detector.report(Fixture.samples(Self.counting(gains), interval: Self.minute)).opened.isEmpty)
        #expect(Self.report(Self.counting(gains), SeriesKey("sent")).opened.count == 1)
    }

    /// However the samples are cut, also where the series turns out to be a counter and not to be one.
    @Test(arguments: [1, 7, 500])
    func batchesGiveTheSame(size: Int) {
        var values = Self.counting(Self.gains(2000), resets: [1500])
        values += (0..<500).map { values[1999] - Double($0 % 7) }
        let samples = Fixture.samples(values, interval: Self.minute)
        let whole = Self.report(values, Self.undeclared)
        var (detector, report) = (Self.detector(Self.undeclared), DetectionReport())
        for start in stride(from: 0, to: values.count, by: size) {
            let end = min(start + size, values.count)
            var part = RoutedSamples()
            for row in start..<end {
                part.append(series: 0, time: samples.times[row], step: samples.steps[row], value: values[row])
            }
            detector.process(part, watermark: samples.steps[end - 1], into: &report)
        }
        #expect(report.transitions == whole.transitions && report.movements == whole.movements)
        #expect(report.scored == whole.scored && report.warming == whole.warming && report.unrated == whole.unrated)
        #expect(whole.unrated > 1 && detector.counterCount == 0)
    }

    @Test func scoresSayWhatWasJudged() {
        var detector = Self.detector(Self.declared)
        detector.tellsScores = true
        let values = Self.counting(Self.gains(200), resets: [100])
        let scores = detector.report(Fixture.samples(values, interval: Self.minute)).scores
        #expect(scores.judged[0].isNaN && scores.judged[100].isNaN && scores.outcomes[100].isEmpty)
        #expect(abs(Double(scores.judged[50]) - (values[50] - values[49]) / 60) < 1e-3)
        #expect(scores.outcomes[50].contains([.rate, .scored]) && scores.expected[50] < 60)
    }
}
