import Detection
import Messaging
import Samples
import WireFormat

@testable import Stages

/// Values for tests, small and complete.
enum Example {
    /// 2026-01-01T00:00:00Z, which is the present for every stage under test.
    static let now = EventTime(milliseconds: 1_767_225_600_000)

    static func anomaly(
        _ id: String = "00000000000000aa", phase: Anomaly.Phase = .opened, series: SeriesKey = SeriesKey("latency"),
        severity: Severity = .warning, at time: Int64 = now.milliseconds, suspects: [Suspect] = []
    ) -> Anomaly {
        Anomaly(
            id: id, revision: 1, phase: phase, series: series, severity: severity,
            onset: EventTime(milliseconds: time - 2000), time: EventTime(milliseconds: time), value: 99.25,
            expected: 10.5, lower: 8, upper: 13, score: 0.875, peakScore: 0.9375,
            terms: [.init(baseline: "ewma", expected: 10.5, scale: 0.5, residual: 177.5, pValue: 1e-9)],
            samplesSeen: 4711, confidence: 0.75, configVersion: "v7",
            closeReason: phase == .closed ? .recovered : nil, suspects: suspects)
    }

    static let suspects = [
        Suspect(
            service: "cart", series: SeriesKey("cpu", ["service": "cart"]), score: 0.75,
            evidence: [Evidence(.correlation, 0.9, "moved alike"), Evidence(.lead, 2, "moved before")]),
        Suspect(change: "deploy-7", score: 0.5, evidence: [Evidence(.change, 30, "deployed")]),
    ]

    static let definitions = [
        Definition(id: 0, key: SeriesKey("plain")),
        Definition(id: 7, key: SeriesKey("latenz_ü", ["service": "warenkorb ☂", "path": "/a\"b\\c\n"])),
    ]

    static let changes = [
        SteppedChange(step: .min, change: Change(id: "a", time: now, what: "deployed")),
        SteppedChange(
            step: 5,
            change: Change(
                id: "b", time: now, until: now + .seconds(60), service: "", what: "", labels: ["a": "b", "c": ""])),
    ]

    static let feedback = [
        Feedback(.judge(.falseAlarm, .anomaly("00000000000000aa")), by: "ann", at: now),
        Feedback(
            .judge(.expected, .series(.matching(SeriesSelector(name: "lat*")))), by: "ü", at: now, note: "nightly \n"),
        Feedback(.revoke(rule: "r"), by: "ann", at: now),
    ]

    static let heldBack = [
        HeldBack(rule: "r", verdict: .falseAlarm, anomaly: anomaly()),
        HeldBack(rule: "q", verdict: .expected, anomaly: anomaly("00000000000000bb")),
    ]

    static let movements = [
        Movement(
            series: 7, newcomer: false, step: 5, time: -5, value: .infinity, expected: -0.0, residual: 1.5, score: 1),
        Movement(series: 0, newcomer: true, step: .max, time: .min, value: 1, expected: 0, residual: 0, score: 0.25),
    ]

    static var routed: RoutedMessage {
        var routed = RoutedMessage()
        routed.head.sender = 3
        routed.head.watermark = 42
        routed.head.arrival = .max
        routed.head.live = 41
        routed.head.taken = 12
        routed.definitions = definitions
        routed.changes = changes
        routed.feedback = feedback.map { SteppedFeedback(number: 3, step: .min, feedback: $0) }
        routed.jumps = [StepJump(from: 1, to: 9_000)]
        routed.samples.append(series: 7, time: -1, step: 5, value: .pi)
        routed.samples.append(series: 0, time: .max, step: 6, value: -0.0)
        return routed
    }

    static var scored: ScoredMessage {
        var scored = ScoredMessage()
        scored.head.sender = 2
        scored.definitions = definitions
        scored.samples = routed.samples
        scored.scores.judged = [1.5, 2.5]
        scored.scores.expected = [1, 2]
        scored.scores.lower = [0, 1.5]
        scored.scores.upper = [3, 2.5]
        scored.scores.scores = [0.25, 1]
        scored.scores.outcomes = [.scored, [.scored, .opened, .abnormal]]
        return scored
    }

    static var findings: Findings {
        var findings = Findings()
        findings.head.isEnd = true
        findings.head.sender = 1
        findings.definitions = definitions
        findings.changes = changes
        findings.feedback = feedback.map { FeedbackAnswer(number: 4, record: FeedbackRecord($0)) }
        findings.heldBack = heldBack
        findings.exposures = [Exposure(step: 3_600_000, milliseconds: 60_000, budget: 1)]
        findings.movements = movements
        findings.transitions = Anomaly.Phase.allCases.enumerated().map { index, phase in
            Transition(
                step: Int64(index), series: UInt32(index), interval: 1000,
                anomaly: anomaly(phase: phase, suspects: phase == .updated ? suspects : []))
        }
        return findings
    }
}

extension Message {
    /// Copies of the frames' bytes.
    var parts: [[UInt8]] { frames.map { frame in frame.withBytes { Array($0) } } }

    init(parts: [[UInt8]]) {
        self.init(parts.map { Frame(copying: $0) })
    }

    init(_ topic: String, json: String) {
        self.init(Frame(topic), Frame(json))
    }
}
