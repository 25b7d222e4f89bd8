package import Detection
import Messaging
package import Samples
import WireFormat

/// What a shard of Detect sends to Explain: what moved, what opened or closed, and the changes and the feedback it
/// was told of.
package struct Findings {
    /// Sender, watermark, arrival.
    package var head = MessageHead()
    /// The series that Explain meets here for the first time.
    package var definitions: [Definition] = []
    /// Samples that left their normal.
    package var movements: [Movement] = []
    /// Anomalies that opened, grew worse or closed.
    package var transitions: [Transition] = []
    /// Changes, from the first shard only.
    package var changes: [SteppedChange] = []
    /// How long series were watched, for the alarm budgets.
    package var exposures: [Exposure] = []
    /// What came of feedback here.
    package var feedback: [FeedbackAnswer] = []
    /// Anomalies that feedback kept from being told.
    package var heldBack: [HeldBack] = []

    /// No findings.
    package init() {}

    /// Head, definitions, changes, movements, and a frame each for transitions, feedback, what was held back and exposures.
    func encoded() -> Message {
        Message([
            Frame(copying: head.encoded()), Frame(copying: definitions.encoded()), Frame(copying: changes.encoded()),
            movements.withUnsafeBytes { Frame(copying: $0) }, Frame(copying: transitions.encoded()),
            Frame(copying: feedback.encoded()), Frame(copying: heldBack.encoded()),
            exposures.withUnsafeBytes { Frame(copying: $0) },
        ])
    }

    /// `nil` where the message is not what ``encoded()`` makes.
    init?(decoding message: Message) {
        let frames = message.frames
        guard frames.count == 8,
            let head = frames[0].withBytes({ MessageHead(decoding: $0) }),
            let definitions = frames[1].withBytes({ [Definition](decoding: $0) }),
            let changes = frames[2].withBytes({ [SteppedChange](decoding: $0) }),
            let movements = frames[3].withBytes({ Columns.read($0, as: Movement.self) }),
            let transitions = frames[4].withBytes({ [Transition](decoding: $0) }),
            let feedback = frames[5].withBytes({ [FeedbackAnswer](decoding: $0) }),
            let heldBack = frames[6].withBytes({ [HeldBack](decoding: $0) }),
            let exposures = frames[7].withBytes({ Columns.read($0, as: Exposure.self) })
        else { return nil }
        self.head = head
        self.definitions = definitions
        self.changes = changes
        self.movements = movements
        self.transitions = transitions
        self.feedback = feedback
        self.heldBack = heldBack
        self.exposures = exposures
    }
}

extension [Transition] {
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        for transition in self {
            writer.append(transition.step)
            writer.append(transition.series)
            writer.append(transition.interval)
            writer.append(transition.excess.bitPattern)
            writer.append(UInt32(transition.isNews ? 1 : 0))
            writer.append(AnomalyJSON.encode(transition.anomaly, source: "detect", service: nil))
        }
        return writer.bytes
    }

    init?(decoding bytes: UnsafeRawBufferPointer) {
        self = []
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            guard let step = reader.next(Int64.self), let series = reader.next(UInt32.self),
                let interval = reader.next(Int64.self), let excess = reader.next(UInt32.self),
                let isNews = reader.next(UInt32.self), let json = reader.part(),
                case .success(let event) = json.withUnsafeBytes({ AnomalyJSON.decode($0) })
            else { return nil }
            var transition = Transition(
                step: step, series: series, interval: interval, anomaly: event.anomaly,
                excess: Float(bitPattern: excess))
            transition.isNews = isNews != 0
            append(transition)
        }
    }
}
