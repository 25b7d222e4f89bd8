import Detection
import Samples
import Testing

/// The day as a clock on the wall shows it.
@Suite struct DetectorSeasonTests {
    private static let day: Int64 = 86_400_000

    private static func wave(_ milliseconds: Int64) -> Double {
        let part = Double(milliseconds % day) / Double(day)
        return 20 * (part < 0.5 ? 4 * part - 1 : 3 - 4 * part)
    }

    /// A wave that follows a clock put forward by an hour on the tenth day is learned by that clock.
    @Test func aDayFollowsTheClockOfItsZone() {
        let berlin = CivilClock(transitions: [10 * Self.day], offsets: [3_600_000, 7_200_000])
        var generator = SeededGenerator(seed: 4)
        let values = (0..<14 * 288).map { index -> Double in
            let time = Int64(index) * 300_000
            return 100 + Self.wave(time + berlin.offset(at: time)) + generator.normal() / 2
        }
        let first = EventTime(milliseconds: 10 * Self.day)
        let zoned = Fixture.report(values, interval: 300_000, DetectorConfiguration(clock: berlin))
        #expect(!zoned.opened.contains { $0.onset >= first })
        let blind = Fixture.report(values, interval: 300_000, DetectorConfiguration(clock: .utc))
        #expect(blind.opened.contains { $0.onset >= first })
    }

    /// Slower than the slots and never quite on time: every sample finds the season that the days before left for it.
    @Test(arguments: [600_000, 1_800_000, 3_600_000] as [Int64])
    func aSlowSeriesKeepsToItsSlots(interval: Int64) {
        var generator = SeededGenerator(seed: 5)
        let onlySeason = ModelShape(ewma: nil, robustZScore: nil, warmUp: 20)
        var detector = Fixture.detector(DetectorConfiguration(shape: onlySeason))
        detector.tellsScores = true
        var samples = RoutedSamples()
        for index in 0..<Int(6 * Self.day / interval) {
            let jitter = Int64(generator.next() % 401) - 200
            let time = Self.day + Int64(index) * interval + jitter
            samples.append(series: 0, time: time, step: time, value: 100 + Self.wave(time) + generator.normal() / 2)
        }
        let report = detector.report(samples)
        let settled = samples.times.indices.filter { samples.times[$0] >= 4 * Self.day }
        #expect(settled.allSatisfy { report.scores.outcomes[$0].contains(.scored) })
    }

    /// A level that changed on the first day is not expected to change every day.
    @Test func aNewLevelOnTheFirstDayStays() {
        let steps = (0..<120).map { _ in 100.0 } + (120..<4 * 288).map { _ in 150.0 }
        let values = zip(steps, Fixture.noise(steps.count, level: 0)).map { $0 + $1 }
        let report = Fixture.report(values, interval: 300_000)
        #expect(report.opened.map { Int($0.onset.milliseconds / 300_000) } == [120])
        #expect(report.closed.map(\.closeReason) == [.levelShift])
    }
}
