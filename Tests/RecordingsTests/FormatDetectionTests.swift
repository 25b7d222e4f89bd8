import Testing

@testable import Recordings

@Suite struct FormatDetectionTests {
    private func judge(_ text: String, isWhole: Bool = true) -> FormatDetection.Verdict {
        text.lending { FormatDetection.judge($0, isWhole: isWhole) }
    }

    @Test(
        arguments: [
            ("timestamp,value\n", .csv), ("\u{FEFF}Time , a", .csv), ("\"timestamp\",\"value\"", .csv),
            ("\n\ntime,x", .csv),
            ("{\"metric\":{}}", .export), (" {\n \"timestamps\": []", .export), ("{\"status\":\"success\"}", .query),
            ("{\"data\":1}", .query), ("{\"series\":[]}", .andon), ("{\"close\":true}", .andon),
            ("{\"change\":{}}", .andon), ("{\"feedback\":{}}", .andon),
            ("# TYPE a counter\na 1", .openmetrics), ("# EOF\n", .openmetrics),
            ("up{a=\"b\"} 1 1395066363", .openmetrics),
            ("broken line\nup 1 5\n", .openmetrics), ("up NaN 5", .openmetrics), ("cpu,host=a usage=1 5", .influx),
            ("# a comment\ncpu usage=1i,b=\"x y\" 5", .influx), ("cpu usage=1\ncpu usage=1 5", .influx),
        ] as [(String, RecordingFormat)])
    func knows(_ text: String, _ format: RecordingFormat) {
        #expect(judge(text) == .format(format))
    }

    @Test(arguments: [
        "The MIT License (MIT)\n\nCopyright (c) 2015 Numenta\n", "# Title\n\nSome text.\n", "version 2\n", "1,5\n2,6\n",
        "{\"a.csv\":[[\"2014-04-10\",\"2014-04-11\"]]}", "{}", "{5", "[1,2]", "timestamp", "timestamp;value\n1;2",
        "date,value\n",
        "\u{0}\u{1}\u{2}", "{\"metric", "cpu usage=1",
    ])
    func refusesEverythingElse(_ text: String) {
        #expect(judge(text) == .none)
    }

    @Test(arguments: ["", " ", "\n\r\n\t", "\u{FEFF}"])
    func aFileWithoutContentIsEmpty(_ text: String) {
        #expect(judge(text) == .empty)
        #expect(judge(text, isWhole: false) == .needsMore)
    }

    @Test func aVerdictStaysWhateverFollows() {
        for example in FormatExamples.all {
            var verdict = FormatDetection.Verdict.needsMore
            let bytes = example.bytes
            for count in 0...bytes.count {
                let next = bytes.prefix(count).withUnsafeBytes { FormatDetection.judge($0, isWhole: false) }
                if verdict == .needsMore { verdict = next } else { #expect(next == verdict) }
            }
            #expect(verdict == .format(example.format))
        }
    }

    @Test func onlyTheBeginningIsLookedAt() {
        let blanks = String(repeating: "\n", count: FormatDetection.headBytes)
        #expect(judge(blanks, isWhole: false) == .none)
        #expect(judge(blanks) == .none)
        #expect(judge(blanks.dropLast(20) + "time,a", isWhole: false) == .format(.csv))
        let lines = String(repeating: "prose and prose\n", count: 15)
        #expect(judge(lines + "up 1 5\n") == .format(.openmetrics))
        #expect(judge(lines + "prose\nup 1 5\n") == .none)
    }
}
