package import Samples
import WireFormat

/// What an operator said, and the event-time step in which it is taken into account.
package struct SteppedFeedback: Equatable, Sendable {
    /// Counts what Ingest took: the same for all shards, whose answers belong together by it.
    package var number: UInt64
    /// Milliseconds since 1970 UTC.
    package var step: Int64
    /// What was said.
    package var feedback: Feedback

    /// A feedback, its number and its step.
    package init(number: UInt64, step: Int64, feedback: Feedback) {
        self.number = number
        self.step = step
        self.feedback = feedback
    }
}

extension [SteppedFeedback] {
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        for stepped in self {
            writer.append(stepped.number)
            writer.append(stepped.step)
            writer.append(FeedbackJSON.encode(stepped.feedback))
        }
        return writer.bytes
    }

    init?(decoding bytes: UnsafeRawBufferPointer) {
        self = []
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            guard let number = reader.next(UInt64.self), let step = reader.next(Int64.self), let json = reader.part(),
                let record = FeedbackRecord(json)
            else { return nil }
            append(SteppedFeedback(number: number, step: step, feedback: record.feedback))
        }
    }
}

extension FeedbackRecord {
    /// Reads what a stage wrote.
    init?(_ json: [UInt8]) {
        // A stage always writes the time, so that of the arrival does not matter.
        let read = json.withUnsafeBytes { FeedbackRecordJSON.decode($0, arrival: .distantPast) }
        guard case .success(let record) = read else { return nil }
        self = record
    }
}
