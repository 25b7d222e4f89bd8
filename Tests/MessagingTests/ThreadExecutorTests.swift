import Glibc
import Testing

@testable import Messaging

@Suite struct ThreadExecutorTests {
    @Test func runsAnActorOnOneNamedThread() async throws {
        let counter = try Counter()
        let first = await counter.threadName()
        let second = await counter.threadNameAfterYielding()
        #expect(first == "counting-thread")
        #expect(second == "counting-thread")
        counter.executor.shutdown()
    }

    @Test func letsWaitingCallsRunBeforeItGoesOn() async throws {
        let counter = try Counter()
        async let seen = counter.countUntil(100)
        await withTaskGroup { group in
            for _ in 0..<100 { group.addTask { await counter.increment() } }
        }
        #expect(await seen == 100)
        counter.executor.shutdown()
    }

    @Test func flushesDenormals() async throws {
        let counter = try Counter()
        #expect(await counter.half(of: .leastNormalMagnitude) == 0)
        counter.executor.shutdown()
    }

    @Test func losesNoCallThatComesAfterTheShutdown() async throws {
        let counter = try Counter()
        await counter.increment()
        counter.executor.shutdown()
        counter.executor.shutdown()
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<100 { await counter.increment() } }
            }
        }
        #expect(await counter.count == 801)
        #expect(await counter.threadNameAfterYielding() != "counting-thread")
    }

    @Test func runsWhatIsQueuedWhenItEnds() async throws {
        let counter = try Counter()
        await withTaskGroup { group in
            for _ in 0..<200 { group.addTask { await counter.increment() } }
            counter.executor.shutdown()
        }
        #expect(await counter.count == 200)
    }

    @Test(.timeLimit(.minutes(1)))
    func endsItsThreadWhenItIsForgotten() async throws {
        // The thread is the last to hold its queue.
        weak var queue: JobQueue?
        do {
            let counter = try Counter()
            await counter.increment()
            queue = counter.executor.queue
        }
        while queue != nil { await Task.yield() }
    }
}

private actor Counter {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    private(set) var count = 0

    init() throws(MessagingError) {
        executor = try ThreadExecutor(name: "counting-thread-with-a-long-name")
    }

    func increment() {
        count += 1
    }

    func countUntil(_ enough: Int) async -> Int {
        while count < enough { await executor.yield() }
        return count
    }

    func half(of value: Float) -> Float {
        value / 2
    }

    func threadName() -> String {
        let descriptor = open("/proc/thread-self/comm", O_RDONLY)
        defer { close(descriptor) }
        var name = [UInt8](repeating: 0, count: 64)
        let length = read(descriptor, &name, name.count)
        // Less the line feed.
        return String(decoding: name.prefix(max(length - 1, 0)), as: UTF8.self)
    }

    func threadNameAfterYielding() async -> String {
        await executor.yield()
        return threadName()
    }
}
