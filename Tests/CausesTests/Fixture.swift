import Causes
import Samples

/// A machine whose processor is busy from second 1000 on, and whoever moved around that time.
struct Fixture {
    /// A series that moved, and how.
    struct Mover {
        var key: SeriesKey
        var from: Int64 = 1000
        var until: Int64 = 1004
        /// Seconds between samples.
        var every: Int64 = 1
        var value = 1.0
        /// `nil` for a newcomer.
        var residual: Float?
    }

    static let target = SeriesKey("host_cpu_busy_ratio")

    /// Everything that was seen, in the order in which it is told to the ranker.
    var movers: [Mover] = []
    var changes: [Change] = []
    var configuration = CauseConfiguration()
    var targetKey = Fixture.target

    static func process(_ name: String) -> SeriesKey { SeriesKey("process_cpu_cores", ["process": name]) }

    /// Who is suspected at second 1004. Series have the numbers of `numbered`, whatever the order of telling.
    func suspects(told: [Int]? = nil) -> [Suspect] {
        var ranker = SuspectRanker(configuration)
        observe(Mover(key: targetKey, residual: 40), number: 0, by: &ranker)
        for index in told ?? Array(movers.indices) { observe(movers[index], number: UInt32(index + 1), by: &ranker) }
        for change in changes { ranker.observe(change) }
        return ranker.suspects(for: Self.anomaly(targetKey), series: 0, interval: 1000)
    }

    private func observe(_ mover: Mover, number: UInt32, by ranker: inout SuspectRanker) {
        for second in stride(from: mover.from, through: mover.until, by: Int(mover.every)) {
            ranker.observe(Self.movement(number, second, mover), of: mover.key)
        }
    }

    static func movement(_ number: UInt32, _ second: Int64, _ mover: Mover) -> Movement {
        Movement(
            series: number, newcomer: mover.residual == nil, step: second * 1000, interval: mover.every * 1000,
            time: second * 1000, value: mover.value, expected: 0, residual: mover.residual ?? 0, score: 1)
    }

    /// Opened at second 1004 with its onset at 1000.
    static func anomaly(_ key: SeriesKey) -> Anomaly {
        Anomaly(
            id: "1", revision: 1, phase: .opened, series: key, severity: .warning, onset: EventTime(seconds: 1000),
            time: EventTime(seconds: 1004), value: 1, expected: 0, lower: 0, upper: 0.1, score: 1, peakScore: 1,
            terms: [], samplesSeen: 900, confidence: 1, configVersion: "")
    }
}
