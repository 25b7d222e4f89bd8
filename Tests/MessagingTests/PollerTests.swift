import Glibc
import Testing

@testable import Messaging

@Suite(.timeLimit(.minutes(1))) struct PollerTests {
    @Test func tellsWhichSocketIsReady() throws {
        let (first, second) = (try Link(), try Link())
        var poller = Poller()
        poller.add(first.receiver)
        poller.add(second.receiver)
        #expect(try !poller.wait(upTo: .zero))
        #expect(try second.sender.send(Message("hello")))
        #expect(try poller.wait(upTo: .seconds(5)))
        #expect(!poller.isReady(first.receiver))
        #expect(poller.isReady(second.receiver))
        #expect(!poller.isReady(second.receiver, .writable))
        poller.remove(second.receiver)
        #expect(!poller.isReady(second.receiver))
        #expect(try !poller.wait(upTo: .zero))
    }

    @Test func waitsForRoom() throws {
        let link = try Link()
        var poller = Poller()
        poller.add(link.sender)
        poller.add(link.sender, [.readable, .writable])
        #expect(try poller.wait())
        #expect(poller.isReady(link.sender, .writable))
    }

    @Test func endsWithItsSockets() throws {
        let link = try Link()
        var poller = Poller()
        poller.add(link.receiver)
        link.context.shutdown()
        #expect(throws: MessagingError.terminated(operation: "wait")) { try poller.wait() }
        link.receiver.close()
        #expect(throws: MessagingError.terminated(operation: "wait")) { try poller.wait() }
    }

    @Test func wakesForACallWhileTheInputIsSilent() async throws {
        let context = try MessagingContext()
        let stage = try Stage(context: context)
        let caller = try Caller()
        let source = try Source(context: context, endpoint: stage.endpoint)
        async let ending = stage.run()
        // From its first message on it waits for a second one, which never comes.
        #expect(try await source.send(1) == 1)
        while await stage.received == 0 { await Task.yield() }
        // Waits that were not cut short would add up to minutes, beyond the limit of this suite.
        await caller.ask(stage, times: 5000)
        context.shutdown()
        #expect(await ending == .terminated(operation: "wait"))
        caller.executor.shutdown()
        source.executor.shutdown()
        stage.executor.shutdown()
    }

    @Test func aSignalBehindItsCallWakesOnce() async throws {
        let stage = try Stage(context: MessagingContext())
        #expect(try await stage.isSignalledAfterAWait() == false)
        stage.executor.shutdown()
    }

    @Test func answersCallsUnderLoad() async throws {
        let context = try MessagingContext()
        let stage = try Stage(context: context)
        let source = try Source(context: context, endpoint: stage.endpoint)
        async let ending = stage.run()
        async let sent = source.send(10_000)
        var seen = 0
        while seen < 10_000 {
            let now = await stage.received
            #expect(now >= seen)
            seen = now
        }
        #expect(try await sent == 10_000)
        #expect(await stage.isInOrder)
        context.shutdown()
        #expect(await ending == .terminated(operation: "wait"))
        source.executor.shutdown()
        stage.executor.shutdown()
    }
}

/// The shape of every stage: wait, drain, let calls run.
private actor Stage {
    nonisolated let executor: ThreadExecutor
    nonisolated let endpoint: Endpoint
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    private let input: Socket
    private var poller: Poller
    private(set) var received = 0
    private(set) var isInOrder = true

    init(context: MessagingContext) throws {
        executor = try ThreadExecutor(name: "stage")
        input = try Socket(.pull, in: context)
        endpoint = try input.bind(.free(.inproc))
        poller = Poller(for: executor)
        poller.add(input)
    }

    func run() async -> MessagingError {
        while true {
            do throws(MessagingError) {
                if try poller.wait() { try input.drain { take($0) } }
            } catch {
                return error
            }
            await executor.yield()
        }
    }

    /// Signals as a call would whose job has run already, waits, and looks at the descriptor. Three times, since the
    /// signal of this very call may come as late.
    func isSignalledAfterAWait() throws -> Bool {
        var one: UInt64 = 1
        write(executor.queue.wakeUp, &one, MemoryLayout<UInt64>.size)
        for _ in 0..<3 {
            try poller.wait(upTo: .zero)
            var look = pollfd(fd: executor.queue.wakeUp, events: Int16(POLLIN), revents: 0)
            if poll(&look, 1, 0) == 0 { return false }
        }
        return true
    }

    private func take(_ message: Message) {
        isInOrder = isInOrder && message.texts == ["\(received)"]
        received += 1
    }
}

/// Asks from a thread of its own, since other tests may keep the pool busy.
private actor Caller {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init() throws {
        executor = try ThreadExecutor(name: "caller")
    }

    func ask(_ stage: Stage, times: Int) async {
        for _ in 0..<times { _ = await stage.received }
    }
}

/// Sends numbers, waiting as long as the other side is full.
private actor Source {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    private let output: Socket

    init(context: MessagingContext, endpoint: Endpoint) throws {
        executor = try ThreadExecutor(name: "source")
        output = try Socket(.push, in: context)
        try output.connect(endpoint)
    }

    func send(_ count: Int) throws -> Int {
        var sent = 0
        while sent < count, try output.sendEventually(Message("\(sent)")) { sent += 1 }
        return sent
    }
}
