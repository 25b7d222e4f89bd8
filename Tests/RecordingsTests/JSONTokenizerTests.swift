import Testing

@testable import Recordings

@Suite struct JSONTokenizerTests {
    /// Tokens as one text each; a break or a line end as what it is.
    private func tokens(_ pieces: [String], isLinewise: Bool = true) -> [String] {
        var tokenizer = JSONTokenizer(isLinewise: isLinewise)
        var found: [String] = []
        for piece in pieces {
            piece.lending { piece in
                var position = 0
                while position < piece.count {
                    switch tokenizer.next(in: piece, from: &position) {
                    case .token(let token):
                        found.append("\(token) \(tokenizer.withText(in: piece) { $0.text })")
                    case .lineEnd:
                        found.append(tokenizer.isBetweenDocuments ? "end" : "cut")
                        tokenizer.endLine()
                    case .needsMore: return
                    case .broken:
                        found.append(tokenizer.fault)
                        return
                    }
                }
            }
        }
        return found
    }

    @Test func cutsADocument() {
        #expect(
            tokens([#" {"a" : [1, -2.5e3,true],"b\n":"\u00e9\ud83d\ude00\/"} "#]) == [
                "beginObject ", "name a", "beginArray ", "bare 1", "bare -2.5e3", "bare true", "endArray ",
                "name b\n", "text é😀/", "endObject ",
            ])
        #expect(
            tokens(["{}", "[]"].map { "\($0)\n" }) == [
                "beginObject ", "endObject ", "end", "beginArray ", "endArray ", "end",
            ])
        #expect(tokens([#"{"":""}"#]) == ["beginObject ", "name ", "text ", "endObject "])
    }

    @Test func lineFeedsAreBlanksInsideADocumentThatIsNoLine() {
        #expect(
            tokens(["{\n\"a\"\n:\n1\n}\n"], isLinewise: false) == [
                "beginObject ", "name a", "bare 1", "endObject ", "end",
            ])
        #expect(tokens(["{\n"]) == ["beginObject ", "cut"])
        #expect(tokens(["{\"a\n"]) == ["beginObject ", "cut"])
        #expect(tokens(["\"a\n"]) == ["cut"])
        #expect(tokens(["{\"a\n"], isLinewise: false).last == "A control character stands in a text.")
    }

    @Test(arguments: [
        "}", "]", "{]", "[}", "{1:2}", "{\"a\"}", "{\"a\",}", "{\"a\":}", "{\"a\":1,}", "[,]", "[1,]", "[1 2]", "{} {}",
        "{}1", "[1]]", ":", ",", "é", "'a'", "{a:1}", "[\"\\x\"]", "[\"\\u12\"]", "[\"\\u12g4\"]", "[\"\u{01}\"]",
    ])
    func brokenJSONIsTold(_ text: String) {
        #expect(tokens([text]).last?.hasSuffix(".") == true, "\(tokens([text]))")
    }

    @Test func depthAndLengthAreBounded() {
        let deep = String(repeating: "[", count: JSONTokenizer.depthLimit)
        #expect(tokens([deep]).count == JSONTokenizer.depthLimit)
        #expect(tokens([deep + "["]).last == "The JSON is nested deeper than 32 levels.")
        let long = String(repeating: "x", count: JSONTokenizer.textLimit)
        #expect(tokens(["[\"\(long)\"]"]).count == 3)
        for pieces in [["[\"\(long)x\"]"], ["[\"\(long)", "x\"]"], ["[\"x\(long)"], ["[9\(long)]"]] {
            #expect(tokens(pieces).last == "A text is longer than 65536 bytes.")
        }
    }

    @Test func halfAPairOfSurrogatesBecomesAReplacement() {
        #expect(
            tokens([#"["\ud83d","\ud83dx","\ude00","\ud83d\u0041","\ud83d\ud83d\ude00"]"#]).filter {
                $0.hasPrefix("text")
            } == [
                "text \u{FFFD}", "text \u{FFFD}x", "text \u{FFFD}", "text \u{FFFD}A", "text \u{FFFD}😀",
            ])
    }
}
