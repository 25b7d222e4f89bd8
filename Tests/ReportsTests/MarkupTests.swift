import Testing

@testable import Reports

@Suite struct MarkupTests {
    @Test func escapesTextAndOnlyText() {
        let text = "<script>alert('1' & \"2\")</script>"
        let piece: Markup = "<b title=\"\(text)\">\(text)</b>"
        let escaped = "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;"
        #expect(piece.text == "<b title=\"\(escaped)\">\(escaped)</b>")
        let outer: Markup = "<p>\(piece)\([piece, piece])\(12)</p>"
        #expect(outer.text == "<p>\(piece.text)\(piece.text)\(piece.text)12</p>")
    }

    @Test func escapesInsideOfGraphemes() {
        // A combining mark after a bracket makes one Character of the two; browsers do not care.
        let piece: Markup = "\("<\u{301}script>")"
        #expect(piece.text == "&lt;\u{301}script&gt;")
    }

    @Test func showsControlsInsteadOfObeyingThem() {
        let piece: Markup = "\("a\u{0}b\nc\u{1B}[31m\u{202E}\u{FFFE}")"
        #expect(piece.text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}[31m\u{FFFD}\u{FFFD}")
    }
}
