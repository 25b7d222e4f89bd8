package import Detection
import Messaging
import Samples
import WireFormat

/// What Ingest sends to a shard of Detect: samples of its series, and whatever else came in.
package struct RoutedMessage {
    /// Sender, watermark, arrival.
    package var head = MessageHead()
    /// The series that the shard meets here for the first time.
    package var definitions: [Definition] = []
    /// The shard's share of the samples, in the order of arrival.
    package var samples = RoutedSamples()
    /// Changes with the step they are counted to; every shard gets all of them, and takes them before all else.
    package var changes: [SteppedChange] = []
    /// What operators said; every shard gets all of it, and takes it behind the changes and before the samples.
    package var feedback: [SteppedFeedback] = []
    /// Jumps of the step up to the watermark, in order; every shard gets all of them.
    package var jumps: [StepJump] = []

    /// An empty message.
    package init() {}

    /// Head, definitions, changes, feedback, jumps, and a frame for each column. The payload is copied once, into the frames.
    func encoded() -> Message {
        Message([
            Frame(copying: head.encoded()), Frame(copying: definitions.encoded()), Frame(copying: changes.encoded()),
            Frame(copying: feedback.encoded()), jumps.withUnsafeBytes { Frame(copying: $0) },
            samples.series.withUnsafeBytes { Frame(copying: $0) }, samples.times.withUnsafeBytes { Frame(copying: $0) },
            samples.steps.withUnsafeBytes { Frame(copying: $0) }, samples.values.withUnsafeBytes { Frame(copying: $0) },
        ])
    }

    /// `nil` where the message is not what ``encoded()`` makes.
    init?(decoding message: Message) {
        let frames = message.frames
        guard frames.count == 9,
            let head = frames[0].withBytes({ MessageHead(decoding: $0) }),
            let definitions = frames[1].withBytes({ [Definition](decoding: $0) }),
            let changes = frames[2].withBytes({ [SteppedChange](decoding: $0) }),
            let feedback = frames[3].withBytes({ [SteppedFeedback](decoding: $0) }),
            let jumps = frames[4].withBytes({ Columns.read($0, as: StepJump.self) }),
            let series = frames[5].withBytes({ Columns.read($0, as: UInt32.self) }),
            let times = frames[6].withBytes({ Columns.read($0, as: Int64.self) }),
            let steps = frames[7].withBytes({ Columns.read($0, as: Int64.self) }),
            let values = frames[8].withBytes({ Columns.read($0, as: Double.self) }),
            series.count == times.count, times.count == steps.count, steps.count == values.count
        else { return nil }
        self.head = head
        self.definitions = definitions
        self.changes = changes
        self.feedback = feedback
        self.jumps = jumps
        (samples.series, samples.times, samples.steps, samples.values) = (series, times, steps, values)
    }
}
