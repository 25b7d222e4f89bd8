import Samples
import Testing

@testable import WireFormat

@Suite struct JSONValueTests {
    private func read<Value>(_ json: String, _ body: (JSONValue) -> Value) throws -> Value {
        var copy = json
        return try copy.withUTF8 { bytes in
            try JSONParser().withDocument(UnsafeRawBufferPointer(bytes), "text") { value throws(Refusal) in body(value)
            }
        }
    }

    @Test func walksEverythingInOrder() throws {
        let json = #"{"a":[1,-2,3.5,18446744073709551615],"b":{"c":{},"d":[]},"e":[true,false,null,"x"],"f":"y"}"#
        let text = try read(json) { Self.dump($0) }
        #expect(text == "{a:[i1 i-2 d3.5 u1.8446744073709552e+19 ] b:{c:{} d:[] } e:[t f n sx ] f:sy }")
    }

    private static func dump(_ value: JSONValue) -> String {
        switch value.kind {
        case .object: "{" + (value.members.map { $0.map(Self.member).joined() } ?? "") + "}"
        case .array: "[" + (value.elements.map { $0.map { dump($0) + " " }.joined() } ?? "") + "]"
        case .string: "s" + (value.string ?? "")
        case .integer: "i\(value.integer ?? 0)"
        case .unsigned: "u\(value.number ?? 0)"
        case .double: "d\(value.number ?? 0)"
        case .yes: "t"
        case .no: "f"
        case .null: "n"
        case nil: "?"
        }
    }

    private static func member(_ member: JSONValue.Members.Element) -> String {
        String(decoding: member.name, as: UTF8.self) + ":" + dump(member.value) + " "
    }

    @Test func asksNothingOfTheWrongKind() throws {
        try read("[{}]") { list in
            #expect(list.members == nil && list.text == nil && list.number == nil && list.time == nil)
            #expect(list.member("a") == nil && list.rawTexts == nil && list.sampleValue == nil)
        }
    }

    @Test func knowsObjectsOfTextsOnly() throws {
        let sizes: [(String, Int?)] = [
            ("{}", 0), (#"{"a":"b"}"#, 4 + 1 + 1 + 4 + 1), (#"{"a":"b","cc":""}"#, 12 + 4 + 2 + 1 + 4),
            (#"{"a":1}"#, nil),
            (#"{"a":{}}"#, nil), (#"{"a":"b","c":null}"#, nil), ("[]", nil),
        ]
        for (json, size) in sizes {
            try read(json) { #expect($0.rawTexts?.count == size, "\(json)") }
        }
    }

    @Test(
        arguments: [
            ("1767225600000", 1_767_225_600_000), ("1767225600", 1_767_225_600_000),
            ("1767225600.5", 1_767_225_600_500),
            ("99999999999", 99_999_999_999_000), ("100000000000", 100_000_000_000), ("-1.5", -1500), ("1e300", .max),
            ("-1e300", .min), ("-9223372036854775808", .min), ("9223372036854775808", .max), ("\"1970-01-01\"", 0),
            ("1767225600000.6", 1_767_225_600_001), ("true", nil), ("\"\"", nil), ("\"2026-02-30\"", nil), ("[]", nil),
        ] as [(String, Int64?)])
    func readsTimes(_ json: String, _ milliseconds: Int64?) throws {
        #expect(try read(json) { $0.time?.milliseconds } == milliseconds)
    }
}
