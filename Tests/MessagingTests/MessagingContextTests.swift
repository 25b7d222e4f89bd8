import Messaging
import Testing

@Suite struct MessagingContextTests {
    @Test(arguments: Endpoint.Transport.allCases)
    func wakesAnActorThatReceives(over transport: Endpoint.Transport) async throws {
        let context = try MessagingContext()
        let waiter = try Waiter(context: context, transport: transport)
        async let ending = waiter.receiveForEver()
        while await waiter.attempts == 0 { await Task.yield() }
        context.shutdown()
        #expect(await ending == .terminated(operation: "receive"))
        await waiter.close()
        context.close()
        waiter.executor.shutdown()
    }

    @Test func refusesNewSocketsAfterTheShutdown() throws {
        let context = try MessagingContext()
        context.shutdown()
        context.shutdown()
        #expect(throws: MessagingError.terminated(operation: "open a socket")) { try Socket(.push, in: context) }
        context.close()
        context.close()
        context.shutdown()
        #expect(throws: MessagingError.terminated(operation: "open a socket")) { try Socket(.push, in: context) }
    }

    @Test func endsEveryCallOnItsSockets() throws {
        let link = try Link()
        link.context.shutdown()
        #expect(throws: MessagingError.terminated(operation: "receive")) { try link.receiver.receive() }
        #expect(throws: MessagingError.terminated(operation: "send")) { try link.sender.send(Message("late")) }
        let endpoint = try Endpoint("inproc://late")
        #expect(throws: MessagingError.terminated(operation: "bind inproc://late")) { try link.receiver.bind(endpoint) }
    }

    @Test func closesAlthoughSocketsWereForgotten() throws {
        let context = try MessagingContext()
        for kind in Socket.Kind.allCases {
            let socket = try Socket(kind, in: context)
            try socket.bind(.free(.tcp))
        }
        // All are gone by now; otherwise this would wait for ever.
        context.close()
    }

    @Test func givesUpWhatLingersTooLong() throws {
        let context = try MessagingContext()
        var options = SocketOptions.quick
        options.linger = .milliseconds(10)
        let socket = try Socket(.push, in: context, options: options)
        let nobody = try Socket(.pull, in: context)
        let endpoint = try nobody.bind(.free(.tcp))
        try nobody.unbind(endpoint)
        try socket.connect(endpoint)
        #expect(try socket.trySend(Message("nobody will read this")))
        socket.close()
        nobody.close()
        context.close()
    }

    @Test func limitsItsSockets() throws {
        let context = try MessagingContext(maximumSockets: 1)
        let first = try Socket(.push, in: context)
        #expect(throws: MessagingError.self) { try Socket(.push, in: context) }
        first.close()
    }
}

/// An actor that does nothing but receive.
private actor Waiter {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    private let socket: Socket
    private(set) var attempts = 0

    init(context: MessagingContext, transport: Endpoint.Transport) throws {
        executor = try ThreadExecutor(name: "waiter")
        socket = try Socket(.pull, in: context)
        try socket.bind(.free(transport))
    }

    func receiveForEver() async -> MessagingError {
        while true {
            do throws(MessagingError) {
                _ = try socket.receive()
            } catch {
                return error
            }
            attempts += 1
            await executor.yield()
        }
    }

    func close() {
        socket.close()
    }
}
