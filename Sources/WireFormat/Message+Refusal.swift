internal import Samples
internal import SwiftProtobuf

extension Message {
    /// Decodes protobuf bytes; what cannot be read is refused, called by the name of its part.
    init(orRefuse bytes: UnsafeRawBufferPointer, _ part: StaticString) throws(Refusal) {
        // Unknown fields of newer senders are allowed, and dropped because nobody here would look at them.
        var options = BinaryDecodingOptions()
        options.discardUnknownFields = true
        do {
            try self.init(serializedBytes: bytes.bytes, options: options)
        } catch BinaryDecodingError.truncated {
            throw Refusal(.truncated, "The \(part) ends in the middle of a protobuf field.")
        } catch {
            throw Refusal(.malformed, "The \(part) is not the protobuf message \(Self.protoMessageName).")
        }
    }

    /// The message as protobuf bytes.
    func bytes() -> [UInt8] {
        do {
            return try serializedBytes()
        } catch {
            // Only a missing required field or two gigabytes can fail: proto3 has no such field.
            preconditionFailure("A message of andon.v1 is always serialized: \(error)")
        }
    }
}
