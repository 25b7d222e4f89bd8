import Measurements
import Messaging
import Metrics
import Samples
import Testing
import WireFormat

@testable import Stages

@Suite(.timeLimit(.minutes(1))) struct SampleTapTests {
    private static let listeners = "andon_sample_listeners"

    /// Ingest with a tap, running, and what a listener subscribes to.
    @Outside private func run(
        mark: Int = 100, stepDeadline: Duration = .seconds(3600), turn: Duration = .milliseconds(50),
        _ body: @Outside (IngestAlone, Endpoint) async throws -> Void
    ) async throws {
        let place = try Endpoint("inproc://tap")
        let bench = try await IngestAlone {
            $0.taps = [Exit(place)]
            $0.tapHighWaterMark = mark
            $0.stepDeadline = stepDeadline
            $0.instance = "here"
            $0.turn = turn
        }
        defer { bench.end() }
        #expect(try await bench.ingest.openTaps() == [place])
        try await StagesTests.run([bench.ingest]) {
            try await body(bench, place)
            bench.ingest.stop()
            _ = try bench.untilEnd()
        }
    }

    private func listener(_ bench: IngestAlone, _ place: Endpoint, mark: Int = 100) throws -> Socket {
        var options = SocketOptions()
        options.receiveHighWaterMark = mark
        options.linger = .zero
        let socket = try Socket(.sub, in: bench.context, options: options)
        try socket.subscribe(TopicPrefix.sample)
        try socket.connect(place)
        return socket
    }

    private func batch(_ value: Double) -> SampleBatch {
        var batch = SampleBatch(series: [SeriesKey("x")])
        batch.append(0, Example.now, value)
        return batch
    }

    private func message(_ value: Double) -> Message {
        Message(Frame("metric.x"), Frame(copying: MetricEncoder.json(batch(value))))
    }

    @Test @Outside func tellsSamplesClosesChangesAndFeedbackInTheirOrder() async throws {
        try await run(stepDeadline: .milliseconds(5)) { bench, place in
            let listener = try listener(bench, place)
            defer { listener.close() }
            try await bench.ledger.wait(Self.listeners, atLeast: 1)
            try push(message(7), to: bench.publisher)
            let told = [try next(from: listener), try next(from: listener)]
            try push(Message("change.x", json: "{\"id\":\"c\",\"what\":\"deployed\"}"), to: bench.publisher)
            let change = try next(from: listener)
            try push(Message("feedback.x", json: "{\"revoke\":\"r\",\"by\":\"me\"}"), to: bench.publisher)
            var feedback = try next(from: listener)
            // The change may have had its step closed meanwhile.
            while feedback.frames[0].text == "sample.close" { feedback = try next(from: listener) }
            #expect(feedback.frames[0].text == "sample.feedback")
            #expect(feedback.frames[2].text?.hasPrefix("{\"feedback\":{") == true)
            #expect((told + [change]).map { $0.frames[0].text } == ["sample.batch", "sample.close", "sample.change"])
            let headers = try (told + [change]).map {
                try $0.frames[1].withBytes { try MessageHeader.decode($0).get() }
            }
            #expect(headers.map(\.sequence) == [1, 2, 3])
            #expect(headers.allSatisfy { $0.publisher == "here/sample." && $0.contentType == .json })
            #expect(told[0].parts[2] == MetricEncoder.json(batch(7)))
            #expect(told[1].frames[2].text == "{\"close\":true}")
            #expect(change.frames[2].text?.hasPrefix("{\"change\":{") == true)
        }
    }

    @Test @Outside func saysAndNumbersNothingWhileNobodyListens() async throws {
        try await run { bench, place in
            try push(message(1), to: bench.publisher)
            try await bench.ledger.wait("andon_stage_items_total{stage=\"ingest\"}", atLeast: 1)
            let listener = try listener(bench, place)
            defer { listener.close() }
            try await bench.ledger.wait(Self.listeners, atLeast: 1)
            try push(message(2), to: bench.publisher)
            let told = try next(from: listener)
            #expect(told.parts[2] == MetricEncoder.json(batch(2)))
            #expect(try told.frames[1].withBytes { try MessageHeader.decode($0).get() }.sequence == 1)
        }
    }

    @Test func tellsWhatCameInOneTurnAtOnce() throws {
        let context = try MessagingContext()
        let (socket, listener) = (try Socket(.xpub, in: context), try Socket(.sub, in: context))
        try listener.subscribe(TopicPrefix.sample)
        try listener.connect(try socket.bind(Endpoint("inproc://tap")))
        var tap = SampleTap(
            socket, instance: "here", clock: Line.clock, slowListeners: Counter(label: "slow", factory: Ledger()))
        while tap.listeners == 0 { try tap.noteListeners() }
        var table = SeriesTable(limit: 1)
        let interned = table.intern(SeriesKey("x"))
        let id = try #require(interned)
        func tell(_ count: Int) throws {
            var columns = MetricColumns()
            for _ in 0..<count { columns.append(id: id, time: Example.now.milliseconds, value: 1) }
            try tap.tell(columns, of: table)
        }
        for count in [1, 2, 3] { try tell(count) }
        #expect(try listener.tryReceive() == nil)
        try tap.tellClose(of: table)
        try tell(20_000)
        try tap.tellPending(of: table)
        var told: [Message] = []
        try listener.drain { told.append($0) }
        #expect(told.map { $0.frames[0].text } == ["sample.batch", "sample.close", "sample.batch"])
        var batch = batch(1)
        for _ in 1..<6 { batch.append(0, Example.now, 1) }
        #expect(told.first?.parts[2] == MetricEncoder.json(batch))
        listener.close()
        socket.close()
    }

    /// Over `inproc` both marks make one queue: two messages fit, and the third is lost.
    @Test @Outside func countsAListenerThatFallsBehind() async throws {
        try await run(mark: 1, turn: .zero) { bench, place in
            let listener = try listener(bench, place, mark: 1)
            defer { listener.close() }
            try await bench.ledger.wait(Self.listeners, atLeast: 1)
            for value in 1...3 { try push(message(Double(value)), to: bench.publisher) }
            try await bench.ledger.wait("andon_slow_sample_listeners_total", atLeast: 1)
            #expect(bench.ledger["andon_stage_items_total{stage=\"ingest\"}"] == 3)
        }
    }
}
