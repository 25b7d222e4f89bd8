/// A line at the bottom of a terminal that is replaced again and again, and messages that go above it.
struct InPlaceLine {
    private var isUp = false

    private static let clear = "\r\u{1B}[K"

    /// What to write to show another text in place of the last one; an empty one takes the line away.
    mutating func replacing(with text: String) -> String {
        defer { isUp = !text.isEmpty }
        return isUp || !text.isEmpty ? Self.clear + text : ""
    }

    /// What to write to show a message on a line of its own. The line in place is gone until it is drawn again.
    mutating func message(_ line: String) -> String {
        defer { isUp = false }
        return (isUp ? Self.clear : "") + line + "\n"
    }
}
