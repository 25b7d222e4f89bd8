import Testing

@testable import Recordings

@Suite struct CSVFieldsTests {
    private func split(_ line: String) -> (fields: [String], fault: String?) {
        var fields: [ArraySlice<UInt8>] = [[1, 2, 3]]
        // Not from index 0, as in a piece of a file.
        let bytes = Array("??\(line)".utf8)
        let fault = CSVFields.split(bytes[2...], into: &fields)
        return (fields.map { String(decoding: $0, as: UTF8.self) }, fault)
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
