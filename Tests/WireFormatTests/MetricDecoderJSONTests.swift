import Samples
import Testing
import WireFormat

@Suite struct MetricDecoderJSONTests {
    static let rows: [Door.Row] = [.init("cpu{host=\"a\"}", 0, 0.5), .init("cpu{host=\"b\"}", 250, -7)]

    /// The same two samples, written in every way.
    static let forms = [
        #"[{"name":"cpu","labels":{"host":"a"},"value":0.5,"time":1767225600000},{"name":"cpu","labels":{"host":"b"},"value":-7,"time":1767225600250}]"#,
        #"{"samples":[{"series":"cpu{host=\"a\"}","value":0.5},{"series":"cpu{host=\"b\"}","value":-7,"time":1767225600.25}]}"#,
        #"{"series":["cpu{host=\"a\"}","cpu{host=\"b\"}"],"ref":[0,1],"time":[1767225600000,1767225600250],"value":[0.5,-7]}"#,
        #"{"value":[0.5,-7.0],"ref":[1,0],"series":[{"name":"cpu","labels":{"host":"b"}},{"labels":{"host":"a"},"name":"cpu"}],"time":[1767225600,"2026-01-01T00:00:00.250Z"]}"#,
        #"[{"series":{"name":"cpu","labels":{"host":"a"}},"value":5e-1,"time":null},{"name":"cpu","labels":{"host":"b"},"value":-7e0,"time":"2026-01-01T01:00:00.25+01:00"}]"#,
        #"{"later":{"samples":[1]},"samples":[{"x":[{}],"name":"cpu","value":9,"labels":{"host":"a"},"value":0.5},{"series":" cpu{ host = \"b\" , } ","value":-7,"time":1767225600250.4}],"version":2}"#,
    ]

    @Test(arguments: forms)
    func everyFormSaysTheSame(_ form: String) {
        let door = Door()
        let outcome = door.take(json: form)
        #expect(outcome.refusedMessage == nil)
        #expect(outcome.publisher == nil)
        #expect(outcome.accepted == 2)
        #expect(door.rows == Self.rows)
    }

    @Test func everyFormNamesTheSameSeries() {
        let door = Door()
        for form in Self.forms + Self.forms { door.take(json: form) }
        #expect(door.series.count == 2)
        #expect(door.columns.count == 4 * Self.forms.count)
    }

    @Test func oneSampleNeedsNoList() {
        let door = Door()
        #expect(door.take(json: #"{"name":"x","labels":{},"value":12345678901234567168}"#).accepted == 1)
        #expect(door.take(json: #"{"name":"x","labels":null,"value":-9223372036854775808}"#).accepted == 1)
        #expect(door.rows == [.init("x", 0, 12_345_678_901_234_567_168), .init("x", 0, -9_223_372_036_854_775_808.0)])
        #expect(door.series.count == 1)
    }

    @Test func columnsWithoutTimesAreOfTheArrival() {
        let door = Door()
        door.take(json: #"{"series":["x"],"ref":[0,0],"value":[1,2]}"#)
        #expect(door.rows == [.init("x", 0, 1), .init("x", 0, 2)])
    }

    @Test(arguments: ["[]", #"{"samples":[]}"#, #"{"series":[],"ref":[],"value":[]}"#])
    func anEmptyMessageIsTakenAndAddsNothing(_ json: String) {
        let door = Door()
        let outcome = door.take(json: json)
        #expect(outcome.refusedMessage == nil)
        #expect(outcome.accepted == 0)
        #expect(door.columns.isEmpty)
    }

    @Test func readsEscapesAndOtherScripts() {
        let door = Door()
        door.take(json: #"{"name":"t\u00e9mp","labels":{"where":"東京 \"x\"\n\ud83d\ude00"},"value":1}"#)
        #expect(door.series.keys == [SeriesKey("témp", ["where": "東京 \"x\"\n😀"])])
    }

    /// Texts that a careless cache would take for one another.
    @Test func tellsSimilarSeriesApart() {
        let door = Door()
        let names = [
            #""name":"ab""#, #""name":"a","labels":{"b":"c"}"#, #""name":"a","labels":{"b":"c","d":"e"}"#,
            #""name":"a","labels":{"bc":""}"#, #""name":"a","labels":{"":"bc","b":"x"}"#, #""name":"ab","labels":{}"#,
            #""name":"a","labels":{"d":"e","b":"c"}"#,
        ]
        for name in names + names { door.take(json: #"{\#(name),"value":1}"#) }
        #expect(
            door.series.keys == [
                SeriesKey("ab"), SeriesKey("a", ["b": "c"]), SeriesKey("a", ["b": "c", "d": "e"]),
                SeriesKey("a", ["bc": ""]),
            ])
        #expect(door.columns.count == 12)
    }

    @Test func keepsNumbersRightWhenItForgetsTexts() {
        let door = Door(limits: DecodingLimits(maximumSeriesPerPublisher: 3))
        for round in 0..<3 {
            for series in 0..<10 { door.take(json: #"{"name":"s\#(series)","value":\#(round)}"#) }
        }
        #expect(door.series.count == 10)
        #expect(door.rows.map(\.series) == (0..<30).map { "s\($0 % 10)" })
    }

    @Test func parsesDeepNestingWithoutFalling() {
        let door = Door()
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(door.take(json: deep).refusedMessage?.reason == .malformed)
        #expect(door.take(json: #"{"name":"x","value":1}"#).accepted == 1)
    }
}
