import Samples
import Testing

@testable import WireFormat

@Suite struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        String(decoding: JSONWriter.document(body), as: UTF8.self)
    }

    @Test func separatesWithCommas() {
        let text = written { writer in
            writer.object { writer in
                writer.member("a", 1)
                writer.name("b")
                writer.array([1.5, 2]) { $0.number($1) }
                writer.name("c")
                writer.array([[], [1, 2]]) { $0.array($1) { $0.integer($1) } }
                writer.name("d")
                writer.object { _ in }
                writer.member("e", String?.none)
            }
        }
        #expect(text == #"{"a":1,"b":[1.5,2.0],"c":[[],[1,2]],"d":{},"e":null}"#)
    }

    @Test func escapesWhatMustBe() {
        #expect(
            written { $0.text("\u{0}\u{8}\t\n\u{c}\r\u{1f} \"\\/\u{7f}é\u{2028}😀") }
                == "\"\\u0000\\u0008\\t\\n\\u000c\\r\\u001f \\\"\\\\/\u{7f}é\u{2028}😀\"")
    }

    @Test func mendsTextsThatWereNotUnicode() {
        // A lone surrogate in UTF-16 and in (forbidden) UTF-8: Swift repairs both when it makes the text.
        let texts = [
            String(decoding: [0xD800, 0x41] as [UInt16], as: UTF16.self),
            String(decoding: [0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self),
        ]
        for text in texts {
            let bytes = JSONWriter.document { $0.text(text) }
            let read = bytes.withUnsafeBytes { bytes in
                Result { () throws(Refusal) in
                    try JSONParser().withDocument(bytes, "text") { value throws(Refusal) in value.string }
                }
            }
            #expect(read == .success(text))
            #expect(text.contains("\u{FFFD}"))
        }
    }

    @Test(arguments: [
        (0.1, "0.1"), (-0.0, "-0.0"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "null"),
        (-.infinity, "null"),
    ])
    func writesNumbersShortest(_ number: Double, _ text: String) {
        #expect(written { $0.number(number) } == text)
    }

    @Test func everyDoubleComesBack() {
        var generator = SeededGenerator(seed: 3)
        let numbers = (0..<2000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
        let bytes = JSONWriter.document { $0.array(numbers) { $0.number($1) } }
        let read = bytes.withUnsafeBytes { bytes in
            Result { () throws(Refusal) in
                try JSONParser().withDocument(bytes, "numbers") { list throws(Refusal) in
                    list.elements?.map { $0.number?.bitPattern }
                }
            }
        }
        #expect(read == .success(numbers.map(\.bitPattern)))
    }
}
