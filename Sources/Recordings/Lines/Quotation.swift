/// Pieces of input inside sentences.
enum Quotation {
    /// How much of a piece is shown; it may be a whole line that went astray.
    private static let limit = 60

    /// The text in quotation marks, cut where it is long.
    static func of(_ text: String) -> String {
        text.count <= limit ? "\"\(text)\"" : "\"\(text.prefix(limit))…\""
    }

    /// The bytes as text in quotation marks, cut where they are long.
    static func of(_ bytes: UnsafeRawBufferPointer) -> String {
        of(bytes.slice(0, min(bytes.count, 4 * limit)).text)
    }
}
