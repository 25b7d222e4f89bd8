/// How the samples of one series follow each other: tells what is odd about the next one.
///
/// The usual step is the one that most steps are like, found by a vote: a step like it speaks for it, another one against it, and
/// where nobody is left to speak for it the next step takes its place. So a series whose step changes for good is judged by
/// the new one after a while.
///
/// - Cost: 24 bytes a series.
struct SeriesPace: Sendable {
    /// Of the newest sample, milliseconds since 1970 UTC; meaningless before the first.
    private var last: Int64 = .min
    /// Milliseconds; 0 as long as it is not known.
    private var step: Int64 = 0
    private var votes: Int32 = 0

    /// So many steps of another length make a new usual one, however long the old one was.
    private static let mostVotes: Int32 = 1000

    /// What is odd about a sample at `time`; `nil` where nothing is.
    @inline(__always)
    mutating func oddity(of time: Int64) -> Oddity? {
        let before = last
        last = time
        guard before != .min else { return nil }
        let length = time - before
        if length == step, length > 0 {
            if votes < Self.mostVotes { votes += 1 }
            return nil
        }
        return oddity(ofStep: length)
    }

    private mutating func oddity(ofStep length: Int64) -> Oddity? {
        if length <= 0 { return length == 0 ? .duplicate : .stepBack }
        guard step > 0 else {
            (step, votes) = (length, 1)
            return nil
        }
        let isUsual = abs(length - step) <= step / 10
        let isGap = length >= step + (step + 1) / 2
        if isUsual {
            votes = min(votes + 1, Self.mostVotes)
        } else {
            votes -= 1
            if votes < 0 { (step, votes) = (length, 1) }
        }
        return isUsual ? nil : isGap ? .gap : .irregular
    }
}
