import Detection
import Recordings
import Samples
import Stages

/// Brings what was said of samples back to the rows of the files, in the order of the files.
///
/// The series of a row gets what was said of its samples one after the other. Of a sample that was refused at the door nothing is
/// said: it is known by its time and value, which the next one of its series does not have, or by every shard having gone
/// beyond its message.
struct RowMatcher {
    private var queues = ScoreQueues()
    private var waiting: [RowBatch] = []
    /// By shard: it has spoken of every sample of so many messages of the source.
    private var taken: [UInt64]
    /// Rows of the first of them, as far as they are known; they outlive a call.
    private var partial: [JudgedRow] = []
    /// By the source's number of a series: its queue, and what was taken out of it too early.
    private var places: [Int] = []
    private var held: [JudgedRow?] = []
    /// By the stages' series and time: whether the anomaly that opened there was told. A row at which one opened waits for it.
    private var fates: [Opening: Bool] = [:]
    /// True once nothing more will be said of anomalies.
    private var isDecided = false

    private struct Opening: Hashable {
        var series: Int
        var time: Int64
    }

    init(shards: Int) {
        taken = [UInt64](repeating: 0, count: shards)
    }

    /// Takes rows that were sent.
    mutating func add(_ batches: [RowBatch]) {
        for batch in batches {
            for key in batch.newSeries {
                places.append(queues.place(of: key))
                held.append(nil)
            }
            waiting.append(batch)
        }
    }

    /// Takes what was said.
    mutating func add(_ message: ScoredMessage) {
        queues.add(message)
        let shard = Int(message.head.sender)
        taken[shard] = message.head.isEnd ? .max : max(taken[shard], message.head.taken)
    }

    /// Takes what became of an anomaly that opened.
    mutating func add(_ opened: Anomaly, isTold: Bool) {
        guard opened.phase == .opened, opened.kind != .silence else { return }
        fates[Opening(series: queues.place(of: opened.series), time: opened.time.milliseconds)] = isTold
    }

    /// No more will be said of anomalies.
    mutating func endDecisions() { isDecided = true }

    /// Gives out all batches that are complete, with a judged row for each of their samples.
    mutating func takeReady(_ body: (RowBatch, [JudgedRow]) throws -> Void) rethrows {
        let taken = taken.min() ?? .max
        var done = 0
        while done < waiting.count, let rows = judged(waiting[done], isTaken: waiting[done].message <= taken) {
            try body(waiting[done], rows)
            partial.removeAll(keepingCapacity: true)
            done += 1
        }
        waiting.removeFirst(done)
    }

    /// The rows of a batch; `nil` while something of it is still under way.
    ///
    /// - Parameter isTaken: whether every shard has spoken of all its samples: of what is missing none will.
    private mutating func judged(_ batch: RowBatch, isTaken: Bool) -> [JudgedRow]? {
        let samples = batch.recorded.batch
        while partial.count < batch.rows.count {
            let row = batch.rows.lowerBound + partial.count
            let unsaid = JudgedRow(time: samples.times[row], value: samples.values[row])
            guard !unsaid.value.isNaN else {
                partial.append(unsaid)
                continue
            }
            let series = batch.number(ofRow: row)
            let said = held[series] ?? queues.takeFirst(of: places[series])
            held[series] = nil
            switch said {
            case var said? where said.time == unsaid.time && said.value == unsaid.value:
                if said.outcome.contains(.opened) {
                    let fate = fates.removeValue(forKey: Opening(series: places[series], time: said.time))
                    guard fate != nil || isDecided else {
                        held[series] = said
                        return nil
                    }
                    if fate == false { said.outcome.remove(.opened) }
                }
                partial.append(said)
            case let said?:
                held[series] = said
                partial.append(unsaid)
            case nil:
                guard isTaken else { return nil }
                partial.append(unsaid)
            }
        }
        return partial
    }
}
