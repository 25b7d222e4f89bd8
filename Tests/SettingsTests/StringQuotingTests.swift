import Testing

@testable import Settings

@Suite struct StringQuotingTests {
    @Test(arguments: [
        ("plain-1.2/x:*", "plain-1.2/x:*"), ("", "\"\""), ("a, b", "\"a, b\""), ("q\"\\\n\t", "\"q\\\"\\\\\\n\\t\""),
    ])
    func quotesOnlyWhatNeedsIt(text: String, quoted: String) {
        #expect(text.quotedIfNeeded == quoted)
    }
}
