import Testing

@testable import Recordings

@Suite struct CSVFieldsTests {
    private func split(_ line: String) -> (fields: [String], fault: String?) {
        var fields = [CSVField(start: 1, end: 2, isQuoted: true)]
        return line.lending { bytes in
            let fault = CSVFields.split(bytes, into: &fields)
            return (fields.map { $0.text(of: bytes) }, fault)
        }
    }

    @Test(arguments: [
        ("", [""]), ("a", ["a"]), ("a,b", ["a", "b"]), (",", ["", ""]), ("a,,c", ["a", "", "c"]),
        (" a b ,\tc ", ["a b", "c"]), ("\"a,b\",c", ["a,b", "c"]), ("\"\"", [""]), ("\"a\"\"b\"", ["a\"b"]),
        ("\"\"\"\"", ["\""]), (" \"a\" , \"b\"", ["a", "b"]), ("a\"b,c", ["a\"b", "c"]),
        ("1,\"m{a=\"\"x,y\"\",b=\"\"z\"\"}\",2", ["1", "m{a=\"x,y\",b=\"z\"}", "2"]),
        ("1,m{a=\"x,y\",b=\"}\"},2", ["1", "m{a=\"x,y\",b=\"}\"}", "2"]),
        ("m{a=\"\\\"},\"},2", ["m{a=\"\\\"},\"}", "2"]), ("m{},n{}", ["m{}", "n{}"]), ("é,ü", ["é", "ü"]),
    ])
    func splits(_ line: String, _ expected: [String]) {
        let found = split(line)
        #expect(found.fault == nil)
        #expect(found.fields == expected)
    }

    @Test func theRawTextOfAFieldHasItsQuotes() {
        "a, \"b\"\"c\" ,d ".lending { bytes in
            var fields: [CSVField] = []
            #expect(CSVFields.split(bytes, into: &fields) == nil)
            #expect(fields.map { $0.raw(of: bytes).text } == ["a", "\"b\"\"c\"", "d"])
            #expect(fields.map { $0.bytes(of: bytes).text } == ["a", "b\"\"c", "d"])
        }
    }

    @Test(arguments: ["\"a", "\"", "a,\"b\"\"", "\"\"\""])
    func tellsQuotesThatAreNotClosed(_ line: String) {
        #expect(split(line).fault == "A quoted field is not closed on its line.")
    }

    @Test func tellsTextBehindAClosingQuote() {
        #expect(split("\"a\"b,c").fault == "Field 1 goes on behind its closing quote.")
        #expect(split("a,\"b\" \"c\"").fault == "Field 2 goes on behind its closing quote.")
    }

    @Test(arguments: ["m{a=\"x,y", "m{a,b", "m{a=\"\\", "{"])
    func bracesThatAreNotClosedReachToTheEnd(_ line: String) {
        #expect(split(line).fields == [line])
    }
}
