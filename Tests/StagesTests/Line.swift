import Causes
import Detection
import Logging
import Measurements
import Messaging
import Metrics
import Samples
import ServiceLifecycle

@testable import Stages

/// All four stages over `inproc`, opened and not yet running, with what a test needs to talk to them.
struct Line {
    let context: MessagingContext
    let ledger = Ledger()
    let ingest: Ingest
    let detect: Detect
    let explain: Explain
    let publish: Publish
    let door: Endpoint
    let exit: Endpoint

    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    static let clock = WallClock { Example.now }

    init(
        mark: Int = 64, exitMark: Int = 1000, _ adjust: (inout IngestConfiguration) -> Void = { _ in },
        keepFeedback: (@Sendable ([UInt8]) throws -> Void)? = nil
    ) async throws {
        context = try MessagingContext()
        let (routed, findings) = (try Endpoint("inproc://routed"), try Endpoint("inproc://findings"))
        let announced = try Endpoint("inproc://announced")
        door = try Endpoint("inproc://door")
        var exits = PublishConfiguration(
            inlet: announced, exits: [.init(try Endpoint("inproc://exit"))], highWaterMark: exitMark,
            linkHighWaterMark: mark, instance: "here")
        exits.keepFeedback = keepFeedback
        publish = try Publish(
            exits, context: context, clock: Self.clock, factory: ledger, logger: Self.logger)
        explain = try Explain(
            ExplainConfiguration(
                shards: 1, inlet: findings, outlet: announced, linkHighWaterMark: mark, causes: CauseConfiguration()),
            context: context, factory: ledger, logger: Self.logger)
        detect = try Detect(
            DetectConfiguration(
                shard: 0, inlet: routed, outlet: findings, linkHighWaterMark: mark,
                detector: DetectorConfiguration()),
            context: context, factory: ledger, logger: Self.logger)
        var configuration = IngestConfiguration(
            doors: [.init(.pull, door)], shards: [routed], linkHighWaterMark: mark)
        adjust(&configuration)
        ingest = try Ingest(
            configuration, context: context, clock: Self.clock, factory: ledger, logger: Self.logger)
        exit = try await publish.open()[0]
        try await explain.open()
        try await detect.open()
        _ = try await ingest.open()
    }

    var stages: [any Service] { [ingest, detect, explain, publish] }

    /// A socket of somebody outside.
    func socket(_ kind: Socket.Kind, to endpoint: Endpoint, mark: Int = 1000) throws -> Socket {
        var options = SocketOptions()
        options.sendHighWaterMark = mark
        options.receiveHighWaterMark = mark
        options.linger = .zero
        let socket = try Socket(kind, in: context, options: options)
        if kind == .sub { try socket.subscribe("") }
        try socket.connect(endpoint)
        return socket
    }

    /// Joins the threads. Sockets of stages that never ran close with their stages.
    func end() {
        for executor in [ingest.executor, detect.executor, explain.executor, publish.executor] { executor.shutdown() }
    }
}

/// Runs stages while `body` works, then waits until each has come to its end.
@Outside func run<Result>(_ stages: [any Service], while body: @Outside () async throws -> Result) async throws
    -> Result
{
    try await withThrowingTaskGroup(of: Void.self) { group in
        for stage in stages { group.addTask { try await stage.run() } }
        let result = try await body()
        try await group.waitForAll()
        return result
    }
}

/// Sends, however long the other side takes; gives up when the test is cancelled.
func push(_ message: Message, to socket: Socket) throws {
    while try !socket.send(message) { try Task.checkCancellation() }
}

/// The next message; gives up when the test is cancelled.
func next(from socket: Socket) throws -> Message {
    while true {
        if let message = try socket.receive() { return message }
        try Task.checkCancellation()
    }
}
