import Causes
import Detection
import Measurements
import Messaging
import Samples
import Testing

@testable import Stages

@Suite(.timeLimit(.minutes(1))) struct ExplainTests {
    @Outside private func announcements(_ line: Line, shards: Int, _ messages: [Findings]) async throws
        -> [Announcement]
    {
        try await explain(line, shards: shards, messages).told
    }

    /// What Explain makes of the messages, and what it found in history.
    @Outside private func explain(_ line: Line, shards: Int, _ messages: [Findings]) async throws
        -> (told: [Announcement], found: HistoryFindings?)
    {
        let sink = try Socket(.pull, in: line.context, options: .link(64))
        let (inlet, outlet) = (try Endpoint("inproc://in"), try Endpoint("inproc://out"))
        try sink.bind(outlet)
        let explain = try Explain(
            ExplainConfiguration(shards: shards, inlet: inlet, outlet: outlet, causes: CauseConfiguration()),
            context: line.context, factory: line.ledger, logger: Line.logger)
        try await explain.open()
        let source = try line.socket(.push, to: inlet)
        defer {
            explain.executor.shutdown()
            source.close()
            sink.close()
        }
        let told = try await run([explain]) {
            for message in messages { try push(message.encoded(), to: source) }
            var told: [Announcement] = []
            while !(told.last?.head.isEnd ?? false) {
                told.append(try #require(Announcement(decoding: try next(from: sink))))
            }
            return told
        }
        var found = explain.historyFindings.makeAsyncIterator()
        return (told, await found.next())
    }

    private func findings(_ shard: UInt32, watermark: Int64, isEnd: Bool = false) -> Findings {
        var findings = Findings()
        findings.head.sender = shard
        findings.head.watermark = watermark
        findings.head.isEnd = isEnd
        return findings
    }

    @Test @Outside func tellsAnAnomalyWithItsServiceAndItsArrivalWhenAllShardsHavePassed() async throws {
        let line = try await Line()
        defer { line.end() }
        var opened = findings(0, watermark: 101)
        opened.head.arrival = 55
        opened.transitions = [
            Transition(
                step: 100, series: 0, interval: 1,
                anomaly: Example.anomaly(series: SeriesKey("latency", ["service": "shop"])))
        ]
        var other = findings(1, watermark: 200)
        other.head.arrival = 77
        let told = try await announcements(
            line, shards: 2,
            [opened, other, findings(0, watermark: 0, isEnd: true), findings(1, watermark: 0, isEnd: true)])
        #expect(told.map(\.anomaly?.id) == ["00000000000000aa", nil])
        #expect(told[0].service == "shop" && told[0].head.arrival == 55)
        #expect(told[1].head.isEnd)
    }

    @Test @Outside func aSecondEndOfOneShardIsNotTheEndOfAll() async throws {
        let line = try await Line()
        defer { line.end() }
        var last = findings(1, watermark: 0, isEnd: true)
        last.transitions = [Transition(step: 1, series: 0, interval: 1, anomaly: Example.anomaly())]
        let told = try await announcements(
            line, shards: 2,
            [findings(0, watermark: 0, isEnd: true), findings(0, watermark: 0, isEnd: true), last])
        #expect(told.compactMap(\.anomaly).count == 1)
    }

    @Test @Outside func aShardThatDoesNotExistIsAnError() async throws {
        let line = try await Line()
        defer { line.end() }
        _ = try await announcements(
            line, shards: 1, [findings(7, watermark: 0, isEnd: true), findings(0, watermark: 0, isEnd: true)])
        #expect(line.ledger["andon_stage_errors_total{reason=\"undecodable\",stage=\"explain\"}"] == 1)
    }

    @Test @Outside func countsWhatItFindsInHistoryAndTellsWhatComesBehindIt() async throws {
        let line = try await Line()
        defer { line.end() }
        func opened(_ id: String, _ step: Int64, _ series: UInt32) -> Transition {
            Transition(step: step, series: series, interval: 1, anomaly: Example.anomaly(id, at: step))
        }
        var history = findings(0, watermark: 90)
        history.head.live = .max
        history.transitions = [opened("a", 50, 0), opened("b", 60, 1)]
        history.transitions.append(
            Transition(step: 70, series: 0, interval: 1, anomaly: Example.anomaly("a", phase: .closed, at: 70)))
        var rest = findings(0, watermark: 101)
        rest.head.live = 101
        rest.transitions = [opened("c", 100, 2)]
        var behind = findings(0, watermark: 200)
        behind.head.live = 101
        behind.transitions = [opened("d", 150, 3)]
        let (told, found) = try await explain(
            line, shards: 1, [history, rest, behind, findings(0, watermark: 0, isEnd: true)])
        #expect(told.compactMap(\.anomaly?.id) == ["d"])
        #expect(found == HistoryFindings(anomalies: 3, open: 2))
        #expect(line.ledger["andon_history_anomalies_total"] == 3)
    }

    @Test @Outside func whatWasHeldBackInHistoryIsNotTold() async throws {
        let line = try await Line()
        defer { line.end() }
        func heldBack(_ id: String, at time: Int64) -> HeldBack {
            HeldBack(rule: "r", verdict: .falseAlarm, anomaly: Example.anomaly(id, at: time))
        }
        var history = findings(0, watermark: 90)
        history.head.live = .max
        history.heldBack = [heldBack("a", at: 50)]
        var rest = findings(0, watermark: 200)
        rest.head.live = 101
        rest.heldBack = [heldBack("b", at: 100), heldBack("c", at: 150)]
        let told = try await announcements(line, shards: 1, [history, rest, findings(0, watermark: 0, isEnd: true)])
        #expect(told.map { $0.heldBack.map(\.anomaly.id) } == [["c"], []])
    }
}
