import FoundationEssentials

@testable import Exposition

extension Overview {
    /// A busy moment: two open anomalies, two that closed.
    static var sample: Overview {
        let now = Date(timeIntervalSince1970: 1_772_366_645)
        return Overview(
            title: "Andon", version: "0.1.0", configVersion: "3f2a9c41", status: .healthy,
            started: now.addingTimeInterval(-11_520), time: now,
            facts: facts, stages: stages, anomalies: anomalies(now),
            rates: Rates(values: pace, stepSeconds: 2))
    }

    /// Two minutes with one dent.
    private static var pace: [Double] {
        (0..<60).map { step in
            let wave = Double(step * step * 7 % 61)
            return step == 41 ? 770 : 1_270 + wave
        }
    }

    private static var facts: [Fact] {
        [
            Fact(name: "Series known", value: "1,284"), Fact(name: "State per series", value: "412 bytes"),
            Fact(name: "Arrival to verdict, p99", value: "38 ms"),
            Fact(name: "Publish to", value: "tcp://127.0.0.1:5556"),
            Fact(name: "Subscribe to", value: "tcp://127.0.0.1:5557"),
        ]
    }

    private static var stages: [Stage] {
        [
            Stage(
                name: "ingest", received: 14_812_004, sent: 14_811_870, dropped: 134, errors: 0, queueDepth: 0,
                processingP50Seconds: 0.000_041, processingP99Seconds: 0.000_38),
            Stage(
                name: "detect 0", received: 7_405_935, sent: 61, dropped: 0, errors: 0, queueDepth: 2,
                processingP50Seconds: 0.000_85, processingP99Seconds: 0.0042),
            Stage(name: "explain", received: 61, sent: 61, dropped: 0, errors: 2, queueDepth: 0),
        ]
    }

    private static func anomalies(_ now: Date) -> [Anomaly] {
        [
            Anomaly(
                id: "9f3c2a7d10e4b865", series: "cpu_usage{core=\"all\",host=\"alpha\",mode=\"user\"}",
                severity: "critical", phase: "updated", onset: now.addingTimeInterval(-180),
                time: now.addingTimeInterval(-1), value: 97.3149, expected: 12.08, score: 0.987,
                suspects: [
                    Suspect(
                        name: "process_cpu{name=\"burner\",pid=\"4711\"}", score: 0.93,
                        why: "moved with it (r = 0.99), 1 s earlier"),
                    Suspect(
                        name: "deploy cart 2.14", score: 0.41,
                        why: "change 40 s before the onset, in a service that web calls"),
                    Suspect(name: "load_1m{host=\"alpha\"}", score: 0.22, why: "moved after it, by 9 s"),
                ]),
            Anomaly(
                id: "02b1ffce44901d3a",
                series: "request_duration_seconds_p99{destination=\"payments\",side=\"caller\",source=\"cart\"}",
                severity: "warning", phase: "opened", onset: now.addingTimeInterval(-12),
                time: now.addingTimeInterval(-12), value: 0.8412, expected: 0.0932, score: 0.914),
            Anomaly(
                id: "c6d01e77aa35f208", series: "disk_written_bytes{device=\"sda\"}", severity: "warning",
                phase: "closed", onset: now.addingTimeInterval(-2_900), time: now.addingTimeInterval(-2_500),
                value: 1_203_441, expected: 22_310, score: 0.95,
                suspects: [Suspect(name: "process_io{name=\"backup\"}", score: 0.88, why: "moved with it (r = 0.97)")]),
            Anomaly(
                id: "77e0a8c1b2d3f456", series: "memory_available_bytes{host=\"alpha\"}", severity: "info",
                phase: "closed", onset: now.addingTimeInterval(-9_000), time: now.addingTimeInterval(-8_400),
                value: 2.1e9, expected: 6.4e9, score: 0.82),
        ]
    }
}
