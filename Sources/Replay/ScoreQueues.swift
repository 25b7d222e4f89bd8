import Detection
import Samples
import Stages

/// What was said of samples and not yet brought to their rows: one queue for each series, in the order of its samples.
///
/// It holds what lies between the fastest and the slowest shard, no more than is under way.
struct ScoreQueues {
    private struct Queue {
        var rows: [JudgedRow] = []
        var first = 0
    }

    private var queues: [Queue] = []
    /// By the number that the stages use: which queue.
    private var places: [Int] = []
    private var placeOfKey: [SeriesKey: Int] = [:]

    /// The queue of a series, made where there is none yet.
    mutating func place(of key: SeriesKey) -> Int {
        if let place = placeOfKey[key] { return place }
        queues.append(Queue())
        placeOfKey[key] = queues.count - 1
        return queues.count - 1
    }

    /// Takes what a shard said.
    mutating func add(_ message: ScoredMessage) {
        for definition in message.definitions {
            let id = Int(definition.id)
            if id >= places.count { places.append(contentsOf: repeatElement(-1, count: id + 1 - places.count)) }
            places[id] = place(of: definition.key)
        }
        let (samples, scores) = (message.samples, message.scores)
        // Of stale markers nothing is said: those of a file have their rows, and the source says by others that a file ends.
        for row in samples.series.indices where !samples.values[row].isNaN {
            queues[places[Int(samples.series[row])]].rows.append(
                JudgedRow(
                    time: samples.times[row], value: samples.values[row], judged: scores.judged[row],
                    expected: scores.expected[row],
                    lower: scores.lower[row], upper: scores.upper[row], score: scores.scores[row],
                    outcome: scores.outcomes[row]))
        }
    }

    /// The oldest of a series that is still here; `nil` where nothing is.
    mutating func takeFirst(of place: Int) -> JudgedRow? {
        let first = queues[place].first
        guard first < queues[place].rows.count else { return nil }
        let row = queues[place].rows[first]
        queues[place].first += 1
        if queues[place].first == queues[place].rows.count {
            queues[place].rows.removeAll(keepingCapacity: true)
            queues[place].first = 0
        } else if queues[place].first >= 1024, 2 * queues[place].first >= queues[place].rows.count {
            // A queue that is never empty must not keep what was taken.
            queues[place].rows.removeFirst(queues[place].first)
            queues[place].first = 0
        }
        return row
    }
}
