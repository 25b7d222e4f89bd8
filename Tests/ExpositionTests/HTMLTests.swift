import Testing

@testable import Exposition

@Suite struct HTMLTests {
    @Test func escapesTextAndOnlyText() {
        let text = "<script>alert('1' & \"2\")</script>"
        let piece: HTML = "<b title=\"\(text)\">\(text)</b>"
        let escaped = "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;"
        #expect(piece.text == "<b title=\"\(escaped)\">\(escaped)</b>")
        let outer: HTML = "<p>\(piece)\([piece, piece])</p>"
        #expect(outer.text == "<p>\(piece.text)\(piece.text)\(piece.text)</p>")
    }

    @Test func escapesInsideOfGraphemes() {
        // A combining mark after a bracket makes one Character of the two; browsers do not care.
        let piece: HTML = "\("<\u{301}script>")"
        #expect(piece.text == "&lt;\u{301}script&gt;")
    }
}
