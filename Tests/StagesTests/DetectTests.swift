import Detection
import Measurements
import Messaging
import Samples
import Testing

@testable import Stages

@Suite(.timeLimit(.minutes(1))) struct DetectTests {
    /// Runs Detect over the messages and returns what it sends to Explain.
    @Outside private func findings(_ line: Line, _ messages: [RoutedMessage], shard: UInt32 = 0) async throws
        -> [Findings]
    {
        let context = line.context
        let sink = try Socket(.pull, in: context, options: .link(64))
        let (inlet, outlet) = (try Endpoint("inproc://in"), try Endpoint("inproc://out"))
        try sink.bind(outlet)
        let detect = try Detect(
            DetectConfiguration(shard: shard, inlet: inlet, outlet: outlet, detector: DetectorConfiguration()),
            context: context, factory: line.ledger, logger: Line.logger)
        try await detect.open()
        let source = try line.socket(.push, to: inlet)
        defer {
            detect.executor.shutdown()
            source.close()
            sink.close()
        }
        return try await run([detect]) {
            for message in messages { try push(message.encoded(), to: source) }
            var end = RoutedMessage()
            end.head.isEnd = true
            try push(end.encoded(), to: source)
            var found: [Findings] = []
            while !(found.last?.head.isEnd ?? false) {
                found.append(try #require(Findings(decoding: try next(from: sink))))
            }
            return found
        }
    }

    private func samples(
        _ id: UInt32, defining: Bool, _ values: [Double], from start: Int = 0
    ) -> RoutedMessage {
        var routed = RoutedMessage()
        if defining { routed.definitions = [Definition(id: id, key: SeriesKey("s\(id)"))] }
        for (row, value) in values.enumerated() {
            let time = Example.now.milliseconds + Int64(start + row) * 1000
            routed.samples.append(series: id, time: time, step: time, value: value)
        }
        routed.head.watermark = routed.samples.steps.last ?? .min
        routed.head.arrival = 1
        return routed
    }

    private func steady(_ count: Int) -> [Double] { (0..<count).map { 10 + Double(($0 * 7919) % 101) / 101 } }

    @Test @Outside func tellsWhatMovedWithItsNameOnce() async throws {
        let line = try await Line()
        defer { line.end() }
        let calm = steady(600)
        let found = try await findings(
            line,
            [
                samples(4, defining: true, calm),
                samples(4, defining: false, [Double](repeating: 90, count: 10), from: 600),
                samples(4, defining: false, [Double](repeating: 90, count: 10), from: 610),
            ])
        #expect(found.map(\.head.isEnd) == [false, false, false, true])
        let definitions = found.flatMap(\.definitions)
        #expect(definitions == [Definition(id: 4, key: SeriesKey("s4"))])
        #expect(found.flatMap(\.transitions).map(\.anomaly.phase).first == .opened)
        #expect(found.map(\.head.watermark).prefix(3) == ArraySlice(found.prefix(3).map(\.head.watermark).sorted()))
        #expect(line.ledger["andon_stage_items_total{stage=\"detect\"}"] == 620)
        #expect(line.ledger["andon_verdict_latency_seconds"] == 3)
        let scored = try #require(line.ledger["andon_samples_scored_total"])
        let warming = try #require(line.ledger["andon_samples_warming_total"])
        #expect(scored > 0 && warming > 0 && scored + warming == 620)
        #expect(line.ledger["andon_series_state_bytes"] ?? 0 > 0)
        #expect(line.ledger["andon_anomalies_open{shard=\"0\"}"] == 1)
    }

    @Test @Outside func countsCountersAndHowOftenTheyBeganAnew() async throws {
        let line = try await Line()
        defer { line.end() }
        var counter = samples(1, defining: true, [100, 160, 10, 70])
        counter.definitions = [Definition(id: 1, key: SeriesKey("requests_total"))]
        _ = try await findings(line, [counter, samples(2, defining: true, [1, 2])])
        #expect(line.ledger["andon_rated_series{shard=\"0\"}"] == 1)
        #expect(line.ledger["andon_rate_resets_total"] == 1)
        #expect(line.ledger["andon_samples_unrated_total"] == 2)
        #expect(line.ledger["andon_samples_warming_total"] == 4)
    }

    @Test @Outside func aChangeBeforeTheFirstSampleDoesNoHarm() async throws {
        let line = try await Line()
        defer { line.end() }
        var change = RoutedMessage()
        change.changes = Example.changes
        let found = try await findings(line, [change, samples(0, defining: true, [1, 2, 3])])
        #expect(found.flatMap(\.changes) == Example.changes)
        #expect(line.ledger["andon_samples_warming_total"] == 3)
    }

    @Test @Outside func aChangeIsAllowedForAndCounted() async throws {
        let line = try await Line()
        defer { line.end() }
        // Larger than anything before, and not by much: an anomaly, were there no change.
        let wobble = steady(600) + [11.5, 11.5] + steady(20)
        var change = RoutedMessage()
        change.changes = (0..<1030).map {
            SteppedChange(step: .min, change: Change(id: "\($0)", time: Example.now + .seconds(590), what: "deployed"))
        }
        let found = try await findings(line, [change, samples(0, defining: true, wobble)])
        #expect(found.flatMap(\.transitions).isEmpty)
        #expect(line.ledger["andon_change_tolerated_anomalies_total"] == 1)
        #expect(line.ledger["andon_change_forgotten_leases_total"] == 6)
        #expect(line.ledger["andon_anomalies_open{shard=\"0\"}"] == 0)
        let other = try await Line()
        defer { other.end() }
        #expect(try await findings(other, [samples(0, defining: true, wobble)]).flatMap(\.transitions).count == 2)
    }

    @Test @Outside func onlyTheFirstShardPassesChangesOn() async throws {
        let line = try await Line()
        defer { line.end() }
        var change = RoutedMessage()
        change.changes = Example.changes
        let found = try await findings(line, [change], shard: 1)
        #expect(found.allSatisfy { $0.changes.isEmpty && $0.head.sender == 1 })
    }

    @Test @Outside func samplesOfASeriesThatNobodyDefinedAreAnErrorAndNoCrash() async throws {
        let line = try await Line()
        defer { line.end() }
        _ = try await findings(
            line,
            [samples(8, defining: false, [1]), samples(2, defining: true, [1]), samples(.max, defining: false, [1])])
        #expect(line.ledger["andon_stage_errors_total{reason=\"unknown_series\",stage=\"detect\"}"] == 2)
        #expect(line.ledger["andon_stage_items_total{stage=\"detect\"}"] == 1)
    }

    @Test @Outside func countsSamplesThatComeTooLate() async throws {
        let line = try await Line()
        defer { line.end() }
        var late = samples(0, defining: true, [1, 2, 3])
        late.samples.append(series: 0, time: Example.now.milliseconds, step: late.head.watermark, value: 4)
        _ = try await findings(line, [late])
        #expect(line.ledger["andon_stage_dropped_total{reason=\"out_of_order\",stage=\"detect\"}"] == 1)
    }
}
