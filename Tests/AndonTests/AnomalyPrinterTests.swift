import Samples
import Testing

@testable import Andon

@Suite struct AnomalyPrinterTests {
    private let onset = EventTime(milliseconds: 1_767_225_600_000)

    private func anomaly(_ phase: Anomaly.Phase, after seconds: Int64 = 3, suspects: [Suspect] = []) -> Anomaly {
        Anomaly(
            id: "aa", revision: 1, phase: phase, series: SeriesKey("latency", ["service": "shop"]), severity: .warning,
            onset: onset, time: onset + .seconds(seconds), value: 99.25, expected: 10.5, lower: 8, upper: 13,
            score: 0.875, peakScore: 0.9375, terms: [], samplesSeen: 4711, confidence: 0.75, configVersion: "v7",
            closeReason: phase == .closed ? .recovered : nil, suspects: suspects)
    }

    @Test func anOpenOneShowsItsSuspectsInOrder() {
        let suspects = [
            Suspect(
                service: "cart", series: SeriesKey("cpu"), score: 0.75,
                evidence: [Evidence(.correlation, 0.9, "moved alike"), Evidence(.lead, 2, "moved before")]),
            Suspect(change: "deploy-7", score: 0.5, evidence: [Evidence(.change, 30, "deployed")]),
        ]
        #expect(
            AnomalyPrinter(hasColours: false).text(of: anomaly(.opened, suspects: suspects)) == """
                2026-01-01T00:00:03Z  OPENED warning  latency{service="shop"}  score 0.875  value 99.25, expected 10.5 (8 … 13)  id aa
                    1. cart  cpu  0.75  moved alike; moved before
                    2. change deploy-7  0.5  deployed
                """)
    }

    @Test func saysWhenNobodyIsSuspected() {
        #expect(AnomalyPrinter(hasColours: false).text(of: anomaly(.opened)).hasSuffix("\n    no suspect stands out"))
        #expect(!AnomalyPrinter(hasColours: false).text(of: anomaly(.updated)).contains("\n"))
    }

    @Test(arguments: [(119, "119 s"), (120, "2 min"), (7199, "119 min"), (7200, "2 h")])
    func aClosedOneShowsHowLongItLasted(seconds: Int64, text: String) {
        let shown = AnomalyPrinter(hasColours: false).text(of: anomaly(.closed, after: seconds))
        #expect(shown.contains("CLOSED (\(text), recovered) warning"))
    }

    @Test(
        arguments: [
            (.value, "  value 99.25, expected 10.5 (8 … 13)  "),
            (.rate, "  rate 99.25 per second, expected 10.5 (8 … 13)  "),
            (.silence, "  silent for 99.25 s, expected a sample every 10.5 s (13 s at most)  "),
        ] as [(Anomaly.Kind, String)])
    func saysWhatTheNumbersAre(kind: Anomaly.Kind, text: String) {
        var anomaly = anomaly(.updated)
        anomaly.kind = kind
        #expect(AnomalyPrinter(hasColours: false).text(of: anomaly).contains(text))
    }

    @Test func saysWhatElseIsKnown() {
        var anomaly = anomaly(.closed)
        anomaly.shift = LevelChange(before: 10.5, after: 99)
        anomaly.flaps = 4
        anomaly.changes = ["deploy-7", "deploy-6"]
        let shown = AnomalyPrinter(hasColours: false).text(of: anomaly)
        #expect(shown.hasSuffix("id aa  level 10.5 to 99  flapping, 4 times  after deploy-7, deploy-6"))
    }

    @Test func coloursOnlyThePhase() {
        let shown = AnomalyPrinter(hasColours: true).text(of: anomaly(.updated))
        #expect(shown.contains("  \u{1B}[33mUPDATED warning\u{1B}[0m  "))
    }

    @Test(arguments: [
        (0, "0"), (12, "12"), (99.254_9, "99.25"), (0.001_234_56, "0.001235"), (-123_456.7, "-123457"),
        (.infinity, "inf"),
    ])
    func numbersHaveFourDigitsThatCount(value: Double, text: String) {
        #expect(AnomalyPrinter.number(value) == text)
    }
}
