import Samples
import Testing
import WireFormat

@Suite struct ChangeJSONTests {
    private func decode(
        _ json: String, limits: DecodingLimits = DecodingLimits(maximumMessageBytes: 1000)
    ) -> Result<Change, Refusal> {
        Array(json.utf8).withUnsafeBytes { ChangeJSON.decode($0, limits: limits, arrival: Door.arrival) }
    }

    static let changes = [
        Change(id: "1", time: Door.arrival, what: "deploy"),
        Change(
            id: "ü\"\n", time: Door.arrival + .milliseconds(1), until: Door.arrival + .seconds(3600), service: "cart",
            what: "flag \\ on", labels: ["region": "eu", "": "odd"]),
    ]

    @Test(arguments: changes)
    func comesBackAsItWent(_ change: Change) {
        #expect(
            ChangeJSON.encode(change).withUnsafeBytes {
                ChangeJSON.decode($0, limits: DecodingLimits(), arrival: Door.arrival)
            } == .success(change))
    }

    /// Of a file any time is good, but there must be one.
    @Test func aLineOfAFileNeedsItsTime() throws {
        func line(_ json: String) -> Result<Change, Refusal> {
            Array(json.utf8).withUnsafeBytes { ChangeJSON.decode($0) }
        }
        #expect(try line(#"{"what":"drill","time":"1999-01-01T00:00:00Z"}"#).get().time < Door.arrival)
        for (json, reason) in [
            (#"{"what":"drill"}"#, RefusalReason.malformed), (#"{"time":1}"#, .malformed), ("{", .truncated),
            (#"{"time":1,"what":"\#(String(repeating: "x", count: 5000))"}"#, .oversized),
        ] {
            guard case .failure(let refusal) = line(json) else {
                Issue.record("taken: \(json.prefix(50))")
                continue
            }
            #expect(refusal.reason == reason)
        }
    }

    @Test func fillsInWhatIsLeftOut() throws {
        let change = try decode(#"{"what":"drill","later":1,"until":null,"service":null,"labels":null}"#).get()
        #expect(change.time == Door.arrival)
        #expect(change.until == nil && change.service == nil && change.labels.isEmpty)
        #expect(change.id.count == 16)
    }

    @Test func derivesTheIdFromTheContent() throws {
        let id = { (json: String) in try decode(json).get().id }
        let first = try id(#"{"what":"a","service":"b","time":1767225600}"#)
        #expect(try id(#"{"time":"2026-01-01","service":"b","what":"a","id":""}"#) == first)
        #expect(try id(#"{"what":"a","service":"c","time":1767225600}"#) != first)
        #expect(try id(#"{"what":"a","service":"b","time":1767225601}"#) != first)
        #expect(try id(#"{"what":"a","service":"b","time":1767225600,"labels":{"x":"y"}}"#) != first)
    }

    @Test(
        arguments: [
            (.malformed, "{}"), (.malformed, "[]"), (.malformed, "nonsense"), (.malformed, #"{"what":3}"#),
            (.malformed, #"{"what":""}"#), (.malformed, #"{"what":"a","time":"soon"}"#),
            (.malformed, #"{"what":"a","time":-1e300,"until":1767225600}"#),
            (.malformed, #"{"what":"a","service":[]}"#),
            (.malformed, #"{"what":"a","labels":{"x":1}}"#), (.malformed, #"{"what":"a","labels":"x"}"#),
            (.malformed, #"{"what":"a","id":7}"#), (.malformed, #"{"what":"a","until":"2025-12-31"}"#),
            (.truncated, ""), (.truncated, #"{"what":"a"#), (.tooOld, #"{"what":"a","time":1}"#),
            (.farFuture, #"{"what":"a","time":1767225600000000}"#), (.farFuture, #"{"what":"a","until":1e300}"#),
            (.oversized, #"{"what":"\#(String(repeating: "a", count: 1000))"}"#),
        ] as [(RefusalReason, String)])
    func refuses(_ reason: RefusalReason, _ json: String) {
        guard case .failure(let refusal) = decode(json) else {
            Issue.record("taken")
            return
        }
        #expect(refusal.reason == reason, "\(refusal)")
    }

    @Test func mayBeAnnouncedAndMayLast() throws {
        #expect(try decode(#"{"what":"tonight","time":"2026-01-01T20:00:00Z"}"#).get().time > Door.arrival)
        #expect(try decode(#"{"what":"since long","time":"2020-01-01","until":"2026-02-01"}"#).get().until != nil)
    }
}
