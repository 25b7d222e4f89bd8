public import Samples
internal import SwiftProtobuf

/// The middle part of a message with three parts: who sent it, its number, and what its body is.
public struct MessageHeader: Equatable, Sendable {
    /// The longest name a publisher may have, in bytes; a bound for what is remembered of each.
    public static let maximumPublisherBytes = 256

    /// Who sends; never empty.
    public var publisher: String
    /// From 1, one more with each message; 0 is not numbered.
    public var sequence: UInt64
    /// What the body is.
    public var contentType: ContentType
    /// When it was sent, by the sender's clock.
    public var sentAt: EventTime

    /// A header with all its parts.
    public init(publisher: String, sequence: UInt64, contentType: ContentType, sentAt: EventTime) {
        self.publisher = publisher
        self.sequence = sequence
        self.contentType = contentType
        self.sentAt = sentAt
    }

    /// Reads the protobuf message `andon.v1.Header`.
    ///
    /// Refused are bytes that are none (`malformed`, `truncated`) and a name that is missing or too long (`malformed`).
    /// Whether the content type fits the topic is for the body's decoder to say.
    public static func decode(_ bytes: UnsafeRawBufferPointer) -> Result<MessageHeader, Refusal> {
        Result { () throws(Refusal) in try MessageHeader(orRefuse: bytes) }
    }

    init(orRefuse bytes: UnsafeRawBufferPointer) throws(Refusal) {
        let header = try Andon_V1_Header(orRefuse: bytes, "header")
        guard !header.publisher.isEmpty else { throw Refusal(.malformed, "The header names no publisher.") }
        guard header.publisher.utf8.count <= Self.maximumPublisherBytes else {
            throw Refusal(.malformed, "The header's publisher has more than \(Self.maximumPublisherBytes) bytes.")
        }
        self.init(
            publisher: header.publisher, sequence: header.sequence,
            contentType: ContentType(rawValue: header.contentType),
            sentAt: EventTime(milliseconds: header.sentAtMs))
    }

    /// The protobuf message `andon.v1.Header`.
    public func encoded() -> [UInt8] {
        let header = Andon_V1_Header.with {
            $0.publisher = publisher
            $0.sequence = sequence
            $0.contentType = contentType.rawValue
            $0.sentAtMs = sentAt.milliseconds
        }
        return header.bytes()
    }
}
