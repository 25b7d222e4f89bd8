import Detection
import Measurements
import Messaging
import Samples

@testable import Stages

/// Ingest alone, with a publisher before it and the test in the place of Detect.
struct IngestAlone {
    let context: MessagingContext
    let ledger = Ledger()
    let ingest: Ingest
    /// Takes what Ingest sends.
    let sink: Socket
    /// Sends what a publisher would.
    let publisher: Socket

    init(sinkMark: Int = 64, _ adjust: (inout IngestConfiguration) -> Void = { _ in }) async throws {
        context = try MessagingContext()
        let (door, routed) = (try Endpoint("inproc://door"), try Endpoint("inproc://routed"))
        sink = try Socket(.pull, in: context, options: .link(sinkMark))
        try sink.bind(routed)
        var configuration = IngestConfiguration(doors: [.init(.pull, door)], shards: [routed])
        adjust(&configuration)
        ingest = try Ingest(
            configuration, context: context, clock: Line.clock, factory: ledger, logger: Line.logger)
        let place = try await ingest.open()[0]
        publisher = try Socket(.push, in: context)
        try publisher.connect(place)
    }

    /// Runs Ingest over the messages and returns all that it sent, the end included.
    @Outside func route(_ messages: [Message]) async throws -> [RoutedMessage] {
        defer { end() }
        return try await run([ingest]) {
            for message in messages { try push(message, to: publisher) }
            ingest.stop()
            return try untilEnd()
        }
    }

    /// All that Ingest sends, up to its end.
    func untilEnd() throws -> [RoutedMessage] {
        var routed: [RoutedMessage] = []
        while !(routed.last?.head.isEnd ?? false) {
            guard let message = RoutedMessage(decoding: try next(from: sink)) else { throw Unreadable() }
            routed.append(message)
        }
        return routed
    }

    func end() {
        ingest.executor.shutdown()
        publisher.close()
        sink.close()
    }

    func dropped(_ reason: RefusalReason) -> Double? { dropped(reason.rawValue) }

    func dropped(_ reason: String) -> Double? {
        ledger["andon_stage_dropped_total{reason=\"\(reason)\",stage=\"ingest\"}"]
    }

    struct Unreadable: Error {}
}

extension [RoutedMessage] {
    /// Values of all samples in the order in which they were sent.
    var values: [Double] { flatMap(\.samples.values) }
}
