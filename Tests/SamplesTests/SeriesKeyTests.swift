import Samples
import Testing

@Suite struct SeriesKeyTests {
    @Test func describesSortedAndEscaped() {
        let key = SeriesKey("m", ["b": "x\"y\\z\n", "a": ""])
        #expect(key.description == #"m{a="",b="x\"y\\z\n"}"#)
        #expect(SeriesKey("m").description == "m")
    }

    @Test func readsWhatItDescribes() {
        let alphabet: [String] = [
            "a", "Z", "_", "9", "{", "}", "\"", "\\", "\n", ",", "=", " ", "\t", "ü", "\u{301}", "\u{200D}", "👩‍👩‍👧",
            "\r\n", "\0",
        ]
        let tame: [String] = ["a", "Z", "_", "9", ".", "ü", "ñ"]
        var generator = SeededGenerator(seed: 2)
        func text(_ letters: [String], _ length: ClosedRange<Int>) -> String {
            (0..<Int.random(in: length, using: &generator)).map { _ in
                letters.randomElement(using: &generator) ?? ""
            }.joined()
        }
        for _ in 0..<10_000 {
            let pairs = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                (name: text(tame, 1...4), value: text(alphabet, 0...8))
            }
            let key = SeriesKey(text(tame, 1...6), Labels(pairs))
            let parsed = SeriesKey(parsing: key.description)
            #expect(parsed == key)
            #expect(parsed?.description == key.description)
            #expect(parsed?.stableHash == key.stableHash)
        }
    }

    @Test func takesBlanksBetweenTheParts() {
        #expect(SeriesKey(parsing: " m { a = \"b\" , c=\"d\", } ") == SeriesKey("m", ["a": "b", "c": "d"]))
        #expect(SeriesKey(parsing: "m{}") == SeriesKey("m"))
    }

    @Test(arguments: [
        "", " ", "{a=\"b\"}", "m{", "m}", "m{a}", "m{a=}", "m{a=b}", "m{a=\"b}", "m{a=\"b\\", "m{=\"b\"}",
        "m{a=\"b\"}x",
        "m{a=\"b\" c=\"d\"}", "m{,}", "m{a=\"b\"", "m{a=\"b\\\"}",
    ])
    func refusesBrokenText(text: String) {
        #expect(SeriesKey(parsing: text) == nil)
    }

    @Test func hashesTheSameEverywhere() {
        #expect(SeriesKey("up").stableHash == StableHash.of("up"))
        #expect(SeriesKey("up", ["a": "1", "b": "2"]).stableHash == SeriesKey("up", ["b": "2", "a": "1"]).stableHash)
    }
}
