import Foundation
import Messaging
import ServiceLifecycle
import WireFormat

/// A subscriber that writes the samples which a daemon takes into a file that `andon replay` reads: one message a line, in the
/// order in which they were judged.
actor SampleRecorder: Service {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let endpoint: Endpoint
    private let path: String
    private let file: FileHandle
    private let context: MessagingContext
    private var sequences = PublisherSequences(maximumPublishers: 1000)
    private var buffer: [UInt8] = []
    /// How many were written, and how many were missed between those.
    private(set) var messages = 0
    private(set) var lost = 0

    private static let flushBytes = 1 << 18

    /// Begins the file anew.
    init(endpoint: Endpoint, path: String) throws {
        self.endpoint = endpoint
        self.path = path
        file = try Self.writing(path) {
            try Data().write(to: URL(filePath: path))
            return try FileHandle(forWritingTo: URL(filePath: path))
        }
        context = try MessagingContext()
        executor = try ThreadExecutor(name: "recorder")
    }

    /// Records until the graceful shutdown, then says what there is.
    func run() async throws {
        try await cancelWhenGracefulShutdown { try await self.listen() }
        try flush()
        try Self.writing(path) { try file.close() }
        Standard.error("\(messages) messages recorded in \(path)" + (lost > 0 ? ", \(lost) missed: it has gaps" : ""))
    }

    private func listen() async throws {
        var options = SocketOptions()
        options.linger = .zero
        options.receiveHighWaterMark = 10_000
        let socket = try Socket(.sub, in: context, options: options)
        defer { socket.close() }
        try socket.subscribe(TopicPrefix.sample)
        try socket.connect(endpoint)
        var poller = Poller(for: executor)
        poller.add(socket)
        while !Task.isCancelled {
            // What came is on disk before anything is waited for.
            if try !poller.wait() { try flush() }
            while let message = try socket.tryReceive() { try take(message) }
            await executor.yield()
        }
    }

    private func take(_ message: Message) throws {
        guard message.frames.count == 3 else { return }
        if case .success(let header) = message.frames[1].withBytes({ MessageHeader.decode($0) }),
            let gap = sequences.observe(publisher: header.publisher, sequence: header.sequence), gap.after > 0
        {
            lost += Int(gap.lost)
            Standard.error("andon: \(gap.lost) messages were missed; the recording has a gap")
        }
        message.frames[2].withBytes { buffer.append(contentsOf: $0) }
        buffer.append(0x0A)
        messages += 1
        if buffer.count >= Self.flushBytes { try flush() }
    }

    private static func writing<R>(_ path: String, _ work: () throws -> R) throws(RecordingFailure) -> R {
        do {
            return try work()
        } catch {
            throw RecordingFailure(path: path, why: error.localizedDescription)
        }
    }

    private func flush() throws {
        guard !buffer.isEmpty else { return }
        try Self.writing(path) { try file.write(contentsOf: buffer) }
        buffer.removeAll(keepingCapacity: true)
    }
}
