/// What was said of each row of a file, in the order of the rows. Of a row with several series the strangest counts.
///
/// 13 bytes a row.
package struct RowScores: Equatable, Sendable {
    /// Milliseconds since 1970 UTC.
    package private(set) var times: [Int64] = []
    /// In 0 ... 1; 0 while warming up.
    package private(set) var scores: [Float] = []
    /// True where an anomaly opened.
    package private(set) var decisions: [Bool] = []

    /// No row yet.
    package init() {}

    /// How many rows there are.
    package var count: Int { times.count }

    /// Adds a row.
    package mutating func append(time: Int64, score: Float, decision: Bool) {
        times.append(time)
        scores.append(score)
        decisions.append(decision)
    }

    /// Takes what was said of another series in the newest row into account.
    package mutating func joinLast(score: Float, decision: Bool) {
        guard let last = times.indices.last else { preconditionFailure("There is no row to join.") }
        scores[last] = max(scores[last], score)
        decisions[last] = decisions[last] || decision
    }

    /// Makes one row of all that have the same time, in the order of time: what a file says of one moment in several
    /// places, as one that names one series after the other does.
    package mutating func joinTimes() {
        guard zip(times, times.dropFirst()).contains(where: { $0 >= $1 }) else { return }
        var joined = RowScores()
        for row in times.indices.sorted(by: { (times[$0], $0) < (times[$1], $1) }) {
            if joined.times.last == times[row] {
                joined.joinLast(score: scores[row], decision: decisions[row])
            } else {
                joined.append(time: times[row], score: scores[row], decision: decisions[row])
            }
        }
        self = joined
    }
}
