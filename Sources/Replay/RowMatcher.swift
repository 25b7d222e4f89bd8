import Samples
import Stages

/// Brings what was said of samples back to the rows of the files, in the order of the files.
///
/// The series of a row gets what was said of its samples one after the other. A sample that was refused at the door has no say of
/// its own: it is known by its time and value, which the next one of its series does not have.
struct RowMatcher {
    private var queues = ScoreQueues()
    private var waiting: [RowBatch] = []
    /// Samples in them.
    private var waitingSamples = 0
    /// Rows of the first of them, as far as they are known; they outlive a call.
    private var partial: [JudgedRow] = []
    /// By the source's number of a series: its queue, and what was taken out of it too early.
    private var places: [Int] = []
    private var held: [JudgedRow?] = []

    /// So many samples are never under way between the source and here: what is missing behind them was refused.
    private static let mostUnderWay = 4_000_000

    /// Takes rows that were sent.
    mutating func add(_ batches: [RowBatch]) {
        for batch in batches {
            for key in batch.newSeries {
                places.append(queues.place(of: key))
                held.append(nil)
            }
            waiting.append(batch)
            waitingSamples += batch.samples.count
        }
    }

    /// Takes what was said.
    mutating func add(_ message: ScoredMessage) {
        queues.add(message)
    }

    /// Gives out all batches that are complete, with a judged row for each of their samples.
    ///
    /// - Parameter isEnd: whether nothing more will be said: what is missing was refused.
    mutating func takeReady(isEnd: Bool, _ body: (RowBatch, [JudgedRow]) throws -> Void) rethrows {
        var done = 0
        while done < waiting.count, let rows = judged(waiting[done], isEnd: isEnd) {
            waitingSamples -= rows.count
            try body(waiting[done], rows)
            partial.removeAll(keepingCapacity: true)
            done += 1
        }
        waiting.removeFirst(done)
    }

    /// The rows of a batch; `nil` while something of it is still under way.
    private mutating func judged(_ batch: RowBatch, isEnd: Bool) -> [JudgedRow]? {
        let samples = batch.samples
        while partial.count < samples.count {
            let row = partial.count
            let series = Int(batch.series[Int(samples.seriesIndex[row])])
            let said = held[series] ?? queues.takeFirst(of: places[series])
            held[series] = nil
            let unsaid = JudgedRow(time: samples.times[row], value: samples.values[row])
            switch said {
            case let said? where said.time == unsaid.time && said.value == unsaid.value:
                partial.append(said)
            case let said?:
                held[series] = said
                partial.append(unsaid)
            case nil:
                guard isEnd || waitingSamples > Self.mostUnderWay else { return nil }
                partial.append(unsaid)
            }
        }
        return partial
    }
}
