import Samples

/// Feedback in JSON, as the bus carries it: an object of texts. What they mean is looked at where it is taken.
struct FeedbackObject: Sendable {
    private var name = ""
    private var texts: [(name: String, value: String)] = []

    /// The members that have a value.
    var members: Labels { Labels(texts) }

    /// Takes a token inside the object; returns what is wrong with it.
    mutating func take(_ token: JSONToken, _ text: UnsafeRawBufferPointer) -> String? {
        switch token {
        case .name: name = text.text
        case .text: texts.append((name, text.text))
        default: return "A member of \"feedback\" is no text."
        }
        return nil
    }
}
