import Samples
import Testing
import WireFormat

@Suite struct AnomalyJSONTests {
    static let plain = Anomaly(
        id: "0123456789abcdef", revision: 1, phase: .opened, series: SeriesKey("cpu"), severity: .info,
        onset: Door.arrival, time: Door.arrival, value: 1, expected: 0, lower: -1, upper: 1, score: 0.5, peakScore: 0.5,
        terms: [], samplesSeen: 0, confidence: 1, configVersion: "")

    static let full = Anomaly(
        id: "fedcba9876543210", revision: 12, phase: .closed,
        series: SeriesKey("lat\"ency", ["service": "cart\\\n", "e\u{301}": "\u{1}😀"]), severity: .critical,
        onset: Door.arrival - .seconds(90), time: Door.arrival + .milliseconds(7), value: 0.1 + 0.2, expected: -0.0,
        lower: -.greatestFiniteMagnitude, upper: .leastNonzeroMagnitude, score: 0.1, peakScore: 1,
        terms: [
            .init(baseline: "ewma", expected: 1 / 3, scale: 1e-6, residual: -12.5, pValue: 1e-300),
            .init(baseline: "holt_winters", expected: 2, scale: 3, residual: 4, pValue: 1),
        ],
        samplesSeen: .max, confidence: 0.25, configVersion: "v7", closeReason: .levelShift,
        shift: LevelChange(before: 0.1, after: -1e9), flaps: 12, changes: ["deploy \"7\"", "ü"],
        suspects: [
            Suspect(
                service: "db", series: SeriesKey("io{odd", ["disk": "sda"]), score: 0.9,
                evidence: Evidence.Kind.allCases.map { Evidence($0, 0.125, "because of \($0.rawValue)") }),
            Suspect(change: "deploy-1", score: 0.2, evidence: []),
        ])

    @Test(arguments: [(plain, nil), (full, "cart"), (plain, "")] as [(Anomaly, String?)])
    func comesBackAsItWent(_ anomaly: Anomaly, _ service: String?) {
        let bytes = AnomalyJSON.encode(anomaly, source: "andon/test", service: service)
        #expect(
            bytes.withUnsafeBytes { AnomalyJSON.decode($0) }
                == .success(AnomalyEvent(anomaly: anomaly, source: "andon/test", service: service)))
    }

    @Test func ofAnEventWithoutAKindItIsTheValue() throws {
        let text = String(decoding: AnomalyJSON.encode(Self.plain, source: "s", service: nil), as: UTF8.self)
        let old = Array(text.replacing(#""kind":"value","#, with: "").utf8)
        #expect(try old.withUnsafeBytes { AnomalyJSON.decode($0) }.get().anomaly == Self.plain)
    }

    @Test func saysNothingOfChangesFlapsAndShiftsWhereThereAreNone() {
        let text = String(decoding: AnomalyJSON.encode(Self.plain, source: "s", service: nil), as: UTF8.self)
        for name in ["shift", "flaps", "changes"] { #expect(!text.contains("\"\(name)\":")) }
    }

    @Test func everyWordComesBack() {
        for phase in Anomaly.Phase.allCases {
            for severity in Severity.allCases {
                for (index, reason) in Anomaly.CloseReason.allCases.enumerated() {
                    var anomaly = Self.plain
                    (anomaly.phase, anomaly.severity, anomaly.closeReason) = (phase, severity, reason)
                    anomaly.kind = Anomaly.Kind.allCases[index % Anomaly.Kind.allCases.count]
                    let bytes = AnomalyJSON.encode(anomaly, source: "s", service: nil)
                    let event = AnomalyEvent(anomaly: anomaly, source: "s", service: nil)
                    #expect(bytes.withUnsafeBytes { AnomalyJSON.decode($0) } == .success(event))
                }
            }
        }
    }

    @Test func isACloudEvent() {
        let text = String(decoding: AnomalyJSON.encode(Self.full, source: "andon/x", service: nil), as: UTF8.self)
        let head =
            #"{"specversion":"1.0","id":"fedcba9876543210-12","source":"andon/x","#
            + #""type":"andon.anomaly.closed.v1","time":"2026-01-01T00:00:00.007Z","subject":"#
        #expect(text.hasPrefix(head))
        #expect(text.contains(#""datacontenttype":"application/json","data":{"#))
    }

    @Test func notFiniteBecomesNull() throws {
        var anomaly = Self.plain
        anomaly.lower = -.infinity
        let bytes = AnomalyJSON.encode(anomaly, source: "s", service: nil)
        #expect(String(decoding: bytes, as: UTF8.self).contains(#""lower":null"#))
        #expect(try bytes.withUnsafeBytes { AnomalyJSON.decode($0) }.get().anomaly.lower.isNaN)
    }

    @Test(
        arguments: [
            (.truncated, "", ""), (.truncated, "opened\"", "opened"), (.malformed, "\"opened\"", "opened"),
            (.unknownFormat, "1.0", "2.0"),
            (.unknownFormat, ".v1", ".v2"), (.unknownFormat, "andon.anomaly.opened", "andon.incident.opened"),
            (.malformed, "\"revision\":1", "\"revision\":1.5"), (.malformed, "\"value\":", "\"worth\":"),
            (.unknownFormat, "\"kind\":\"value\"", "\"kind\":\"mood\""),
            (.malformed, "\"score\":0.5", "\"score\":\"0.5\""), (.unknownFormat, "\"info\"", "\"dire\""),
            (.malformed, "\"terms\":[]", "\"terms\":{}"), (.malformed, "\"terms\":[]", "\"terms\":[1]"),
            (.malformed, "\"series\":{", "\"serie\":{"), (.malformed, "\"data\":{", "\"data\":[],\"x\":{"),
            (.malformed, "\"onset\":\"", "\"onset\":\"x"), (.malformed, "\"name\":\"cpu\"", "\"name\":null"),
            (.malformed, "\"terms\"", "\"shift\":{\"before\":1},\"terms\""),
            (.malformed, "\"terms\"", "\"flaps\":\"3\",\"terms\""),
            (.malformed, "\"terms\"", "\"changes\":[7],\"terms\""),
            (.unknownFormat, "\"terms\"", "\"close_reason\":\"bored\",\"terms\""),
        ] as [(RefusalReason, String, String)])
    func refusesWhatIsNoSuchEvent(_ reason: RefusalReason, _ old: String, _ new: String) {
        let bytes = AnomalyJSON.encode(Self.plain, source: "s", service: nil)
        let text = old.isEmpty ? "" : String(decoding: bytes, as: UTF8.self).replacing(old, with: new)
        guard case .failure(let refusal) = Array(text.utf8).withUnsafeBytes({ AnomalyJSON.decode($0) }) else {
            Issue.record("taken: \(text)")
            return
        }
        #expect(refusal.reason == reason, "\(refusal)")
    }

    @Test func aCutEventIsRefusedAtEveryByte() {
        let bytes = AnomalyJSON.encode(Self.full, source: "s", service: "x")
        for count in 0..<bytes.count {
            let result = bytes.prefix(count).withUnsafeBytes { AnomalyJSON.decode($0) }
            guard case .failure = result else {
                Issue.record("taken at \(count)")
                continue
            }
        }
    }
}
