package import Samples
import WireFormat

/// What one shard of Detect made of a feedback.
package struct FeedbackAnswer: Equatable, Sendable {
    /// That of the feedback; see ``SteppedFeedback/number``.
    package var number: UInt64
    /// What came of it there.
    package var record: FeedbackRecord

    /// An answer and what it belongs to.
    package init(number: UInt64, record: FeedbackRecord) {
        self.number = number
        self.record = record
    }
}

extension [FeedbackAnswer] {
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        for answer in self {
            writer.append(answer.number)
            writer.append(FeedbackRecordJSON.encode(answer.record))
        }
        return writer.bytes
    }

    init?(decoding bytes: UnsafeRawBufferPointer) {
        self = []
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            guard let number = reader.next(UInt64.self), let json = reader.part(), let record = FeedbackRecord(json)
            else { return nil }
            append(FeedbackAnswer(number: number, record: record))
        }
    }
}
