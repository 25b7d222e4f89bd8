import NIOCore
import NIOPosix
import Synchronization

/// A client that sends what it likes, and may refuse to read.
struct RawClient: Sendable {
    private let channel: any Channel
    private let counter: ByteCounter

    /// Bytes read so far.
    var received: Int { counter.bytes.load(ordering: .relaxed) }

    /// Connects to a port of this machine.
    static func connect(to port: Int, isReading: Bool) async throws -> RawClient {
        let counter = ByteCounter()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: isReading)
            .channelInitializer { $0.pipeline.addHandler(counter) }
            .connect(host: "127.0.0.1", port: port).get()
        return RawClient(channel: channel, counter: counter)
    }

    /// Sends text as it is.
    func send(_ text: String) async throws {
        try await unlessClosed { try await channel.writeAndFlush(ByteBuffer(string: text)) }
    }

    /// Begins to read.
    func startReading() async throws {
        try await unlessClosed { try await channel.setOption(.autoRead, value: true).get() }
    }

    /// Waits until the other side has hung up.
    func closed() async throws {
        try await channel.closeFuture.get()
    }

    /// Hangs up.
    func close() async throws {
        try await unlessClosed { try await channel.close() }
    }

    /// The other side may hang up at any moment, which is what some tests wait for.
    private func unlessClosed(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch ChannelError.alreadyClosed, ChannelError.ioOnClosedChannel {
            // It shows in `closed()`.
        }
    }

    private final class ByteCounter: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer

        let bytes = Atomic(0)

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            bytes.wrappingAdd(unwrapInboundIn(data).readableBytes, ordering: .relaxed)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}
