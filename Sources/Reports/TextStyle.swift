/// How a piece of text looks on a terminal.
package enum TextStyle: Int, Sendable {
    /// As it is.
    case plain = 0
    /// What stands out.
    case bold = 1
    /// What may be overlooked.
    case soft = 2
    /// Bad.
    case red = 31
    /// Good.
    case green = 32
    /// Worth a look.
    case yellow = 33
    /// Worth knowing.
    case cyan = 36

    /// The text between its control sequences; as it is where the terminal has no colours.
    func painted(_ text: String, hasColours: Bool) -> String {
        hasColours && self != .plain && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }
}
