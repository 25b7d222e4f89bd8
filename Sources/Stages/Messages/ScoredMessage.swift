package import Detection
package import Messaging
import Samples

/// What a shard of Detect sends to whoever wants to know what was said of every sample.
package struct ScoredMessage {
    /// Sender, watermark, arrival.
    package var head = MessageHead()
    /// The series that are met here for the first time.
    package var definitions: [Definition] = []
    /// The samples, in the order in which the shard took them.
    package var samples = RoutedSamples()
    /// What was said of each of them.
    package var scores = SampleScores()

    /// No samples.
    package init() {}

    /// Head, definitions, and a frame for each column but the steps, which concern nobody further on.
    func encoded() -> Message {
        Message([
            Frame(copying: head.encoded()), Frame(copying: definitions.encoded()),
            samples.series.withUnsafeBytes { Frame(copying: $0) }, samples.times.withUnsafeBytes { Frame(copying: $0) },
            samples.values.withUnsafeBytes { Frame(copying: $0) },
            scores.judged.withUnsafeBytes { Frame(copying: $0) },
            scores.expected.withUnsafeBytes { Frame(copying: $0) }, scores.lower.withUnsafeBytes { Frame(copying: $0) },
            scores.upper.withUnsafeBytes { Frame(copying: $0) }, scores.scores.withUnsafeBytes { Frame(copying: $0) },
            scores.outcomes.withUnsafeBytes { Frame(copying: $0) },
        ])
    }

    /// `nil` where the message is not what ``encoded()`` makes.
    package init?(decoding message: Message) {
        let frames = message.frames
        guard frames.count == 11,
            let head = frames[0].withBytes({ MessageHead(decoding: $0) }),
            let definitions = frames[1].withBytes({ [Definition](decoding: $0) }),
            let series = frames[2].withBytes({ Columns.read($0, as: UInt32.self) }),
            let times = frames[3].withBytes({ Columns.read($0, as: Int64.self) }),
            let values = frames[4].withBytes({ Columns.read($0, as: Double.self) }),
            let judged = frames[5].withBytes({ Columns.read($0, as: Float.self) }),
            let expected = frames[6].withBytes({ Columns.read($0, as: Float.self) }),
            let lower = frames[7].withBytes({ Columns.read($0, as: Float.self) }),
            let upper = frames[8].withBytes({ Columns.read($0, as: Float.self) }),
            let scores = frames[9].withBytes({ Columns.read($0, as: Float.self) }),
            let outcomes = frames[10].withBytes({ Columns.read($0, as: SampleScores.Outcome.self) }),
            Set([
                series.count, times.count, values.count, judged.count, expected.count, lower.count, upper.count,
                scores.count,
                outcomes.count,
            ]).count == 1
        else { return nil }
        self.head = head
        self.definitions = definitions
        (samples.series, samples.times, samples.values) = (series, times, values)
        self.scores.judged = judged
        (self.scores.expected, self.scores.lower, self.scores.upper) = (expected, lower, upper)
        (self.scores.scores, self.scores.outcomes) = (scores, outcomes)
    }
}
