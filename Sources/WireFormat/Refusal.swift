public import Samples

/// Why a message was not taken: the reason for the counter and a sentence for the log.
///
/// Bad input is an ordinary value here. It conforms to `Error` so that a `Result` can carry it.
public struct Refusal: Error, Equatable, Sendable {
    /// Which counter it belongs to.
    public var reason: RefusalReason
    /// What was wrong and where, for a person; bounded in length, though it may quote a little of the message.
    public var sentence: String

    /// A reason with its sentence.
    public init(_ reason: RefusalReason, _ sentence: String) {
        self.reason = reason
        self.sentence = sentence
    }
}

extension Refusal: CustomStringConvertible {
    /// `malformed: The body is not JSON: …`
    public var description: String { "\(reason.rawValue): \(sentence)" }
}

extension StringProtocol {
    /// The text in quotes, cut where it is long, to be shown inside a sentence.
    var quoted: String {
        let shown = self.unicodeScalars.prefix(60)
        let isCut = shown.endIndex < self.unicodeScalars.endIndex
        return "“\(String(String.UnicodeScalarView(shown)))\(isCut ? "…" : "")”"
    }
}
