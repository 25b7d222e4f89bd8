import Messaging
import Samples
import ServiceLifecycle
import WireFormat

/// A subscriber that prints what it hears, and says when it missed something.
actor Tail: Service {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let endpoint: Endpoint
    private let topic: String
    private let format: TailFormat
    private let printer: AnomalyPrinter
    private let context: MessagingContext
    private var sequences = PublisherSequences(maximumPublishers: 1000)

    init(endpoint: Endpoint, topic: String, format: TailFormat, hasColours: Bool) throws(MessagingError) {
        self.endpoint = endpoint
        self.topic = topic
        self.format = format
        printer = AnomalyPrinter(hasColours: hasColours)
        executor = try ThreadExecutor(name: "tail")
        context = try MessagingContext()
    }

    /// Prints until the graceful shutdown.
    func run() async throws {
        try await cancelWhenGracefulShutdown { try await self.listen() }
    }

    private func listen() async throws {
        var options = SocketOptions()
        // A subscriber has nothing to hand over at its end.
        options.linger = .zero
        let socket = try Socket(.sub, in: context, options: options)
        defer { socket.close() }
        try socket.subscribe(topic)
        try socket.connect(endpoint)
        var poller = Poller(for: executor)
        poller.add(socket)
        while !Task.isCancelled {
            try poller.wait()
            while let message = try socket.tryReceive() { show(message) }
            await executor.yield()
        }
    }

    /// Messages are numbered by severity: whoever asks for less than a whole severity sees gaps that are none.
    private var seesWholeSequences: Bool {
        Severity.allCases.contains { "\(TopicPrefix.anomaly)\($0.rawValue).".hasPrefix(topic) }
    }

    private func show(_ message: Message) {
        guard message.frames.count == 3 else {
            return Standard.error("andon: a message with \(message.frames.count) parts, 3 were expected; left out")
        }
        if seesWholeSequences, case .success(let header) = message.frames[1].withBytes({ MessageHeader.decode($0) }),
            let gap = sequences.observe(publisher: header.publisher, sequence: header.sequence), gap.after > 0
        {
            Standard.error("andon: \(gap.lost) messages were missed before this one")
        }
        switch format {
        case .json:
            Standard.output(message.frames[2].text ?? "")
        case .text:
            switch message.frames[2].withBytes({ AnomalyJSON.decode($0) }) {
            case .success(let event): Standard.output(printer.text(of: event.anomaly))
            case .failure(let refusal): Standard.error("andon: a message that is no anomaly (\(refusal)); left out")
            }
        }
    }
}
