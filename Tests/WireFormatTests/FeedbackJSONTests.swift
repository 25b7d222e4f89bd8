import Samples
import Testing
import WireFormat

@Suite struct FeedbackJSONTests {
    private static func decode(_ json: String) -> Result<Feedback, Refusal> {
        Array(json.utf8).withUnsafeBytes {
            FeedbackJSON.decode($0, limits: DecodingLimits(), arrival: Door.arrival)
        }
    }

    private static let series = SeriesKey("cpu", ["host": "a\"b"])

    static let feedback = [
        Feedback(.judge(.falseAlarm, .anomaly("9f2c4e1a7b3d5f60")), by: "ann", at: Door.arrival),
        Feedback(
            id: "mine", .judge(.expected, .series(.series(series))), by: "ü", at: Door.arrival,
            until: Door.arrival + .seconds(60), hours: CivilHours(hours: "22:00-02:00", days: "mon-fri"), note: "a\n"),
        Feedback(
            .judge(.newNormal, .series(.matching(SeriesSelector(name: "cpu*", labels: ["host": "?"])))), by: "b",
            at: Door.arrival),
        Feedback(.judge(.confirmed, .anomaly("1")), by: "b", at: Door.arrival),
        Feedback(.revoke(rule: "mine"), by: "b", at: Door.arrival),
    ]

    @Test(arguments: feedback)
    func comesBackAsItWent(_ feedback: Feedback) {
        let bytes = FeedbackJSON.encode(feedback)
        #expect(Self.decode(String(decoding: bytes, as: UTF8.self)) == .success(feedback))
    }

    @Test func fillsInWhatIsLeftOut() throws {
        let feedback = try Self.decode(#"{"anomaly":"a","verdict":"new-normal","by":"me","until":null}"#).get()
        #expect(feedback == Feedback(.judge(.newNormal, .anomaly("a")), by: "me", at: Door.arrival))
    }

    @Test(
        arguments: [
            (.malformed, "{}"), (.malformed, "[]"), (.truncated, "{"), (.malformed, #"{"verdict":"false","by":"a"}"#),
            (.malformed, #"{"verdict":"false","anomaly":"x"}"#),
            (.malformed, #"{"verdict":"false","anomaly":"x","by":""}"#),
            (.malformed, #"{"verdict":false,"anomaly":"x","by":"a"}"#),
            (.malformed, #"{"verdict":"maybe","anomaly":"x","by":"a"}"#),
            (.malformed, #"{"verdict":"false","anomaly":"x","series":"y","by":"a"}"#),
            (.malformed, #"{"verdict":"false","series":"y{","by":"a"}"#),
            (.malformed, #"{"verdict":"false","anomaly":"x","by":"a","hours":"8-9"}"#),
            (.malformed, #"{"verdict":"false","anomaly":"x","by":"a","days":"someday"}"#),
            (.malformed, #"{"verdict":"false","anomaly":"x","by":"a","until":1}"#),
            (.malformed, #"{"revoke":"x","verdict":"false","by":"a"}"#), (.malformed, #"{"revoke":"x"}"#),
            (.tooOld, #"{"verdict":"false","anomaly":"x","by":"a","time":1}"#),
            (.farFuture, #"{"verdict":"false","anomaly":"x","by":"a","time":4102444800}"#),
            (.farFuture, #"{"verdict":"false","anomaly":"x","by":"a","until":4102444800}"#),
            (.oversized, #"{"revoke":"\#(String(repeating: "a", count: 4096))","by":"a"}"#),
        ] as [(RefusalReason, String)])
    func refuses(_ reason: RefusalReason, _ json: String) {
        guard case .failure(let refusal) = Self.decode(json) else {
            Issue.record("taken")
            return
        }
        #expect(refusal.reason == reason, "\(refusal)")
    }

    private static var records: [FeedbackRecord] {
        var made = FeedbackRecord(feedback[0])
        made.series = series
        made.rule = FeedbackRule(
            id: "r", verdict: .expected, scope: .series(series), covered: Departure(above: 1.5, below: .infinity),
            hours: CivilHours(hours: "08:00-09:00", days: "sun"), author: "ann", created: Door.arrival,
            expiry: Door.arrival + .seconds(1), anomaly: "a", note: "n", exceptions: [SeriesKey("x"), series])
        var silent = made
        silent.rule?.kind = .silence
        var undone = FeedbackRecord(feedback[3])
        (undone.withdrawn, undone.accepted) = (["r", "q"], ["a"])
        var refused = FeedbackRecord(feedback[4])
        refused.refusal = .unknownRule
        return [made, silent, undone, refused, FeedbackRecord(feedback[1])]
    }

    @Test func recordsComeBackAsTheyWent() throws {
        for record in Self.records {
            let line = FeedbackRecordJSON.encode(record)
            #expect(!line.contains(UInt8(ascii: "\n")), "a record is one line")
            #expect(line.withUnsafeBytes { FeedbackRecordJSON.decode($0, arrival: .distantPast) } == .success(record))
        }
    }

    @Test func aMessageIsARecordOfWhichNothingCameYet() throws {
        for feedback in Self.feedback {
            let line = FeedbackJSON.encode(feedback)
            let record = try line.withUnsafeBytes { FeedbackRecordJSON.decode($0, arrival: .distantPast) }.get()
            #expect(record == FeedbackRecord(feedback))
        }
    }

    @Test(arguments: ["{", #"{"revoke":"x","by":"a","time":1,"resolved":{"refused":"why"}}"#])
    func refusesDamagedRecords(line: String) {
        let read = Array(line.utf8).withUnsafeBytes { FeedbackRecordJSON.decode($0, arrival: Door.arrival) }
        #expect(throws: Refusal.self) { try read.get() }
    }
}
