import Gateways
import Messaging
import Recordings
import Samples
import ServiceLifecycle

/// Asks a Prometheus for history and pushes it into the door of the stages, as fast as these take it.
actor QuerySource: Service {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Before the first part.
    private let start: PrometheusHistory
    private let place: Endpoint
    private let context: MessagingContext
    private let progress: ReplayProgress
    private var outgoing = OutgoingBatch()
    private(set) var outcome = HistoryOutcome()

    init(
        _ history: PrometheusHistory, to place: Endpoint, in context: MessagingContext, progress: ReplayProgress
    ) throws(MessagingError) {
        executor = try ThreadExecutor(name: "query")
        start = history
        self.place = place
        self.context = context
        self.progress = progress
    }

    /// Pushes all that is answered, then says that this was all.
    func run() async throws {
        var door = try HistoryDoor(at: place, in: context)
        defer { door.close() }
        progress.begin(start.name)
        var history = start
        while let part = await nextPart(of: &history) {
            for first in stride(from: 0, to: part.count, by: Recording.batchCapacity) {
                try push(part, first..<min(part.count, first + Recording.batchCapacity), to: &door)
            }
            note(part)
            progress.note(samples: part.count, done: history.doneMilliseconds)
        }
        outcome.series = Set(history.series)
        try door.end()
    }

    /// The next part; `nil` at the end and after a failure, which is noted.
    private func nextPart(of history: inout PrometheusHistory) async -> SampleBatch? {
        do throws(GatewayError) {
            return try await history.next()
        } catch {
            outcome.failures.append(error.description)
            return nil
        }
    }

    private func push(
        _ part: SampleBatch, _ rows: Range<Int>, to door: inout HistoryDoor
    ) throws(MessagingError) {
        for row in rows {
            outgoing.append(
                Int(part.seriesIndex[row]), part.series, time: part.times[row], value: part.values[row])
        }
        try door.push(outgoing.take().samples)
    }

    private func note(_ part: SampleBatch) {
        outcome.samples += part.count
        outcome.oldest = min(outcome.oldest, part.times.first ?? .max)
        outcome.newest = max(outcome.newest, part.times.last ?? .min)
    }
}
