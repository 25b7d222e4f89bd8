import CThreads
import Glibc
import Synchronization

/// A thread of an actor's own, on which all its code runs, so that it may block without stopping anybody else.
///
/// The actor says so with
/// `nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }`, and its loop is
///
///     while !isStopping {
///         try poller.wait(upTo: .milliseconds(100))   // wakes for its sockets and for calls from outside
///         …                                           // drain, work, send
///         await executor.yield()                      // lets those calls run
///     }
///
/// Denormal floats are zero on the thread. Whoever makes an executor ends it with ``shutdown()`` once the actor's loop
/// has returned.
public final class ThreadExecutor: SerialExecutor {
    let queue: JobQueue
    /// `nil` before the start and after the join.
    private let thread = Mutex<pthread_t?>(nil)

    /// Starts the thread.
    ///
    /// - Parameter name: What `top -H` and debuggers show; 15 bytes of it are kept.
    /// - Throws: ``MessagingError/failed(operation:code:text:)`` when the process has no thread or descriptor left.
    public init(name: String) throws(MessagingError) {
        queue = try JobQueue()
        let start = Start(name: name, queue: queue, executor: UnownedSerialExecutor(ordinary: self))
        var made = pthread_t()
        let raw = Unmanaged.passRetained(start).toOpaque()
        let code = pthread_create(&made, nil, { ThreadExecutor.main($0) }, raw)
        guard code == 0 else {
            Unmanaged<Start>.fromOpaque(raw).release()
            throw .reported(code, during: "start thread \(name)")
        }
        let started = made
        thread.withLock { $0 = started }
    }

    /// Runs what is still queued, ends the thread and **waits** for that. Any number of times; only the first call
    /// waits.
    ///
    /// A call to the actor that comes later runs on the caller's thread: late, but neither lost nor at the same time as
    /// another. Must not be called from the thread itself.
    public func shutdown() {
        let ending = thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
        guard let ending else { return }
        precondition(pthread_equal(ending, pthread_self()) == 0, "A thread cannot wait for its own end")
        queue.end()
        pthread_join(ending, nil)
    }

    /// The safety net: the thread ends by itself. It does not wait, as it may be this thread that lets go last.
    deinit {
        guard let ending = thread.withLock({ $0 }) else { return }
        queue.end()
        pthread_detach(ending)
    }

    /// Lets every call run that waits for the actor, in order, then goes on. Costs a look at the queue when none does.
    /// Unlike `Task.yield()` it does not leave the thread.
    public func yield() async {
        guard queue.isPending else { return }
        await withUnsafeContinuation { queue.add($0, for: asUnownedSerialExecutor()) }
    }

    /// For the Swift runtime: runs a job on the thread, after all that came before.
    public func enqueue(_ job: consuming ExecutorJob) {
        queue.add(UnownedJob(job), for: asUnownedSerialExecutor())
    }

    /// What the thread needs. It does not keep the executor, whose actor does so as long as there is a job to run.
    private final class Start: Sendable {
        let name: String
        let queue: JobQueue
        let executor: UnownedSerialExecutor

        init(name: String, queue: JobQueue, executor: UnownedSerialExecutor) {
            self.name = name
            self.queue = queue
            self.executor = executor
        }
    }

    private static func main(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let raw else { return nil }
        let start = Unmanaged<Start>.fromOpaque(raw).takeRetainedValue()
        andon_name_this_thread(start.name)
        andon_flush_denormals_on_this_thread()
        start.queue.run(as: start.executor)
        return nil
    }
}
