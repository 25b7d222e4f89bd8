import Samples
import Testing

@testable import Recordings

@Suite struct JSONRecordingsTests {
    @Test func readsExportLines() {
        let up = "up{job=\"aé\\n\",x=\"😀\"}"
        #expect(
            Reading.told(FormatExamples.export) == [
                "\(up) 1000000000000 1.0", "\(up) 1000000002000 2500.0", "up 1000000004000 4.0",
                "f:4: The series has 2 values and 1 timestamps.", "dir/f{job=\"b\"} 1000000005000 7.0",
                "f:6: The line ends in the middle of its JSON.",
                "f:7: The JSON is broken: \"]\" stands where something else belongs.", "up 1000000006500 8.0",
                "f:8: The JSON is broken: \"x\" stands where something else belongs.",
                "f:9: The line is no JSON object.",
                "f:10: The line ends in the middle of its JSON.", "up 1000000007000 9.0",
            ])
    }

    @Test(arguments: [
        ("\"values\":5", "\"values\" is no list."), ("\"values\":[{}]", "A sample is not [time, value]."),
        ("\"values\":[[1]]", "A sample is not [time, value]."),
        ("\"values\":[[1,2,3]]", "A sample is not [time, value]."),
        ("\"values\":[[1,[2]]]", "A sample is not [time, value]."), ("\"value\":5", "A sample is not [time, value]."),
        ("\"value\":[[1,2]]", "A sample is not [time, value]."),
        ("\"values\":[true]", "\"true\" is not a finite number."),
        ("\"timestamps\":[\"x\"]", "\"x\" is no time."), ("\"timestamps\":{}", "\"timestamps\" is no list of times."),
        ("\"values\":[1,[1,2]]", "The series has both columns and pairs."),
        ("\"value\":[1,2],\"timestamps\":[1]", "The series has both columns and pairs."),
        ("\"x\":1", "The series has no \"values\"."), ("\"metric\":[]", "\"metric\" is no object of texts."),
        ("\"metric\":{\"a\":1}", "\"metric\" is no object of texts."),
    ])
    func tellsWhatIsWrongWithASeries(_ members: String, _ sentence: String) {
        let good = "{\"metric\":{},\"value\":[5,6]}"
        #expect(
            Reading.told("{\"metric\":{\"__name__\":\"a\"},\(members)}\n\(good)", as: .export)
                == ["f:1: \(sentence)", "dir/f 5000 6.0"])
        #expect(
            Reading.told(
                "{\"data\":{\"result\":[{\"metric\":{\"__name__\":\"a\"},\(members)},\(good)]}}", as: .query)
                == ["f:1: \(sentence)", "dir/f 5000 6.0"])
    }

    @Test func aSeriesNeedsAMetric() {
        #expect(Reading.told("{\"values\":[],\"timestamps\":[]}") == ["f:1: The series has no \"metric\"."])
        #expect(
            Reading.told("{\"metric\":{\"__name__\":\"\"},\"value\":[1,2]}") == ["f:1: \"\" is no name of a series."])
    }

    @Test func aByteOrderMarkIsNoPartOfIt() {
        #expect(Reading.told("\u{FEFF}{\"metric\":{},\"value\":[5,6]}") == ["dir/f 5000 6.0"])
        #expect(Reading.told("\u{FEFF}up 1 5\n") == ["up 5000 1.0"])
    }

    @Test func readsTheAnswerOfAQuery() {
        let up = "up{job=\"p\\\"q\"}"
        #expect(
            Reading.told(FormatExamples.query) == [
                "\(up) 1435781430781 1.0", "\(up) 1435781460781 3.5", "dir/f 1435781430000 1.0",
                "f:4: A sample is not [time, value].", "last 1435781430500 4.0",
            ])
    }

    @Test(arguments: [
        (#"{"status":"error","errorType":"bad_data","error":"parse error"}"#, "The query failed: \"parse error\"."),
        (#"{"status":"error"}"#, "The query failed: \"error\"."),
        (#"{"status":"success"}"#, "The answer has no \"data\" with a \"result\"."),
        (#"{"status":"success","data":{"result":{}}}"#, "The answer has no \"data\" with a \"result\"."),
        (
            #"{"status":"success","data":{"resultType":"scalar","result":[1,"2"]}}"#,
            "A result of the type \"scalar\" has no series."
        ),
        (#"{"status":"success","data":{"result":[1,2]}}"#, "The result is no list of series."),
        (#"{"status":"success","data":{"result":[[1,2]]}}"#, "The result is no list of series."),
        (#"{"status":"success","data":{"result":["#, "The file ends in the middle of its JSON."),
        (
            #"{"status":"success","data":]"#,
            "The JSON is broken: \"]\" stands where something else belongs. The rest of the file is not read."
        ),
    ])
    func tellsWhatIsWrongWithAnAnswer(_ text: String, _ sentence: String) {
        #expect(Reading.told(text) == ["f:1: \(sentence)"])
    }

    @Test func answersMayFollowEachOther() {
        let answer =
            #"{"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"a"},"value":[5,"6"]}]}}"#
        #expect(Reading.told("\(answer)\n\(answer)\n") == ["a 5000 6.0", "a 5000 6.0"])
    }

    @Test func manyPairsOfOneSeriesAreGivenInOrder() {
        let pairs = (0..<5000).map { "[\($0),\"\($0)\"]" }.joined(separator: ",")
        for text in ["{\"metric\":{},\"values\":[\(pairs)]}", "{\"values\":[\(pairs)],\"metric\":{}}"] {
            let samples = Reading.samples(Reading.events(Array(text.utf8), as: .export, capacity: 10_000))
            #expect(samples.flatMap(\.batch.values) == (0..<5000).map { Double($0) })
            #expect(samples.flatMap(\.batch.times) == (0..<5000).map { $0 * 1000 })
        }
    }

    @Test func moreSamplesThanCanBeHeldAreABadLine() {
        let text = "{\"metric\":{},\"values\":[1,2,3,4]}\n{\"metric\":{},\"value\":[5,6]}"
        var reader = ExportLines(unnamed: "s", limit: 3)
        var events = EventCollector(file: "f", batchCapacity: 9)
        text.lending { reader.read($0, into: &events) }
        reader.finish(into: &events)
        events.endBatch()
        let told = Reading.told(events.take())
        #expect(told == ["f:1: \(HeldSamples(limit: 3).tooMany)", "s 5000 6.0"])
        #expect(told[0].contains("max_rows_per_line"))
    }

    @Test func aLineOfAnExportMayBeAWholeSeries() {
        let count = 1_000_001
        let values = String(repeating: "1,", count: count - 1) + "1"
        let events = Reading.events(
            Array("{\"metric\":{},\"values\":[\(values)],\"timestamps\":[\(values)]}".utf8), as: .export,
            capacity: count)
        #expect(Reading.samples(events).map(\.batch.count) == [count])
    }

    @Test func readsAndonsOwnRecording() {
        #expect(
            Reading.told(FormatExamples.andon) == [
                "cpu{host=\"a\"} 1700000000000 1.0", "mem 1700000000000 2.5", "close", "change c1",
                "f:4: A change needs \"id\", \"time\" and \"what\".", "f:5: \"ref\" has 1, but there are 1 series.",
                "f:6: The columns differ in length: \"ref\" 1, \"time\" 2, \"value\" 1.", "f:7: \"close\" is not true.",
                "f:8: The line says neither samples nor a change nor feedback nor a close.",
                "f:9: \"\" is no name of a series.",
                "cpu{host=\"a\"} 17500 -1e-05", "f:11: The line ends in the middle of its JSON.", "close",
            ])
    }

    @Test func aBatchOfAnOwnRecordingStaysOne() {
        let line = { (values: [Int]) in
            let refs = values.map { _ in "0" }.joined(separator: ",")
            let texts = values.map(String.init).joined(separator: ",")
            return #"{"series":[{"name":"a","labels":{}}],"ref":[\#(refs)],"time":[\#(texts)],"value":[\#(texts)]}"#
        }
        let text = [[1], [2, 3, 4, 5, 6], [7], [8]].map(line).joined(separator: "\n")
        let samples = Reading.samples(Reading.events(Array(text.utf8), capacity: 3))
        #expect(samples.map(\.batch.values) == [[1], [2, 3, 4, 5, 6], [7], [8]])
    }

    @Test func readsEverythingOfAChange() {
        let text =
            #"{"change":{"id":"c","time":1700000000000,"until":"2023-11-14T23:13:20Z","service":"cart","what":"w","labels":{"b":"2","a":"1"},"more":{"x":[1]}}}"#
        let expected = Change(
            id: "c", time: EventTime(milliseconds: 1_700_000_000_000),
            until: EventTime(milliseconds: 1_700_003_600_000),
            service: "cart", what: "w", labels: ["a": "1", "b": "2"])
        #expect(Reading.events(Array(text.utf8)) == [.change(expected)])
    }

    @Test func readsFeedbackAsItsTexts() {
        let text = #"{"feedback":{"verdict":"false","by":"\u00fc","anomaly":"a"}}"#
        #expect(
            Reading.events(Array(text.utf8)) == [.feedback(["verdict": "false", "by": "ü", "anomaly": "a"])])
    }

    @Test(arguments: [
        (#"{"by":1}"#, "A member of \"feedback\" is no text."), (#"{"by":{}}"#, "A member of \"feedback\" is no text."),
        ("[]", "\"feedback\" is no object."), ("null", "\"feedback\" is no object."),
    ])
    func tellsWhatIsWrongWithFeedback(_ feedback: String, _ sentence: String) {
        #expect(Reading.told("{\"feedback\":\(feedback)}\n{\"close\":true}") == ["f:1: \(sentence)", "close"])
    }

    @Test(arguments: [
        (#"{"id":1}"#, "A member of \"change\" is not what it must be."),
        (#"{"id":{}}"#, "A member of \"change\" is not what it must be."),
        (#"{"id":"a","labels":{"a":1}}"#, "A member of \"change\" is not what it must be."),
        (#"{"id":"a","labels":"x"}"#, "A member of \"change\" is not what it must be."),
        (#"{"id":"a","time":"soon"}"#, "\"soon\" is no time."), ("[]", "\"change\" is no object."),
        ("5", "\"change\" is no object."), ("null", "\"change\" is no object."),
        (#"{"id":"a","time":1,"what":""}"#, "A change needs \"id\", \"time\" and \"what\"."),
        (#"{"id":"a","time":2,"until":1,"what":"w"}"#, "\"until\" lies before \"time\"."),
    ])
    func tellsWhatIsWrongWithAChange(_ change: String, _ sentence: String) {
        #expect(Reading.told("{\"change\":\(change)}\n{\"close\":true}") == ["f:1: \(sentence)", "close"])
    }

    @Test(arguments: [
        (#""series":{}"#, "\"series\" is no list of names with labels."),
        (#""series":["a"]"#, "\"series\" is no list of names with labels."),
        (#""series":[{"name":1}]"#, "\"series\" is no list of names with labels."),
        (#""series":[{"name":"a","labels":{"b":1}}]"#, "\"series\" is no list of names with labels."),
        (#""ref":5"#, "A column is no list."), (#""ref":[[1]]"#, "A column is no list."),
        (#""ref":["x"]"#, "\"x\" is no place in \"series\"."), (#""ref":[1.5]"#, "\"1.5\" is no place in \"series\"."),
        (#""series":[],"ref":[-1],"time":[1],"value":[1]"#, "\"ref\" has -1, but there are 0 series."),
        (#""series":[],"time":["x"]"#, "\"x\" is no time."), (#""series":[],"value":[{}]"#, "A column is no list."),
        (#""value":[true]"#, "\"true\" is not a finite number."),
    ])
    func tellsWhatIsWrongWithABatch(_ members: String, _ sentence: String) {
        #expect(Reading.told("{\(members)}\n{\"close\":true}", as: .andon) == ["f:1: \(sentence)", "close"])
    }
}
