import Samples

/// Puts together what the shards of Detect made of each feedback, once all of them have answered.
///
/// What waits is bounded by the links, as in ``StepQueue``.
struct FeedbackTally {
    private let shards: Int
    /// By number of the feedback: how many have answered, and what came of it so far.
    private var waiting: [UInt64: (answers: Int, record: FeedbackRecord)] = [:]

    init(shards: Int) {
        self.shards = shards
    }

    /// Takes an answer.
    ///
    /// - Returns: what came of the feedback, where this was the last answer.
    mutating func add(_ answer: FeedbackAnswer) -> FeedbackRecord? {
        var (answers, record) = waiting[answer.number] ?? (0, answer.record)
        if answers > 0 { record.merge(answer.record) }
        answers += 1
        waiting[answer.number] = answers < shards ? (answers, record) : nil
        return answers < shards ? nil : record
    }
}
