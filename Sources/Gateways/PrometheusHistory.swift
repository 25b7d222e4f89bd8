package import Samples

/// The history that a Prometheus has of some queries: part by part, in the order of time.
///
/// A part is as many steps as fit into one answer; it shrinks where an answer is too large and grows where it is small. So what is
/// held does not grow with the range.
package struct PrometheusHistory {
    /// What it is called for people: where it comes from.
    package var name: String { query.url }
    /// All series so far.
    package var series: [SeriesKey] { table.keys }
    /// How much of the range has been given, in milliseconds.
    package var doneMilliseconds: Int { Int(next - query.start.milliseconds) }

    private let query: PrometheusQuery
    private let caller: PrometheusCaller
    private var table = SeriesTable(limit: seriesLimit)
    /// The first time that was not given, milliseconds since 1970 UTC.
    private var next: Int64
    /// Steps of the next part.
    private var points = 500

    /// Prometheus answers with 11,000 points of a series at most.
    static let mostPoints = 10_000
    /// An answer smaller than this leaves room for a part twice as long, in bytes.
    private static let smallAnswer = 8 << 20
    /// So many series one history may have.
    private static let seriesLimit = 1_000_000

    /// - Parameters:
    ///   - authorization: the value of the header of this name; `nil` for none.
    ///   - patience: how long a request is tried again that fails for a reason that may pass.
    ///   - clock: for the time between two tries.
    package init(
        _ query: PrometheusQuery, authorization: String? = nil, patience: Duration = .seconds(60),
        fetcher: any HTTPFetcher, clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.query = query
        caller = PrometheusCaller(authorization: authorization, patience: patience, fetcher: fetcher, clock: clock)
        next = query.start.milliseconds
    }

    /// The samples of the next part by time, those of one time by query and series; perhaps none. `nil` at the end.
    ///
    /// - Throws: why the part cannot be had. The same part is asked for again next time.
    package mutating func next() async throws(GatewayError) -> SampleBatch? {
        let step = query.step.wholeMilliseconds
        while next <= query.end.milliseconds {
            let left = (query.end.milliseconds - next) / step + 1
            let count = Int(min(Int64(points), left))
            let requests = query.queries.map { query.request($0, from: next, points: count) }
            do throws(GatewayError) {
                let answers = try await caller.answers(to: requests)
                let part = try merge(answers, points: count)
                next += Int64(count) * step
                let isSmall = answers.allSatisfy { $0.body.count < Self.smallAnswer }
                if isSmall { points = min(points * 2, Self.mostPoints) }
                return part
            } catch .tooLarge where count > 1 {
                points = count / 2
            }
        }
        return nil
    }

    /// The samples of all answers by time. They stand on one grid, so each time has its place.
    private mutating func merge(_ answers: [HTTPAnswer], points: Int) throws(GatewayError) -> SampleBatch {
        let step = query.step.wholeMilliseconds
        var slots = [[(series: UInt32, time: Int64, value: Double)]](repeating: [], count: points)
        for (text, answer) in zip(query.queries, answers) {
            for batch in try MatrixAnswer(answer, to: text, url: query.url).batches {
                var numbers: [UInt32] = []
                for key in batch.series { numbers.append(try number(of: key)) }
                for row in 0..<batch.count {
                    let slot = min(max(Int((batch.times[row] - next) / step), 0), points - 1)
                    slots[slot].append(
                        (numbers[Int(batch.seriesIndex[row])], batch.times[row], batch.values[row]))
                }
            }
        }
        var part = SampleBatch(series: table.keys)
        for sample in slots.joined() {
            part.append(sample.series, EventTime(milliseconds: sample.time), sample.value)
        }
        return part
    }

    private mutating func number(of key: SeriesKey) throws(GatewayError) -> UInt32 {
        if let number = table.intern(key) { return number }
        throw .unreadable(url: query.url, sentence: "It has more than \(Self.seriesLimit) series.")
    }
}
