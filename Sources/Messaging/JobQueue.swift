import CThreads
import Glibc
import Synchronization

/// What a ``ThreadExecutor`` still has to run, in the order in which it came, and the descriptor that says so.
///
/// Unbounded in form only: it holds at most one entry for each task that lives.
final class JobQueue: Sendable {
    private enum Entry {
        case job(UnownedJob)
        case continuation(UnsafeContinuation<Void, Never>)
    }

    private enum Step {
        case run(Entry), sleep, stop
    }

    /// Two stacks make a queue: what arrives is turned round when what leaves is used up.
    private struct State {
        var arriving: [Entry] = []
        var leaving: [Entry] = []
        var isEnding = false
        /// True while somebody, first the thread and later whoever enqueues, works the queue off.
        var hasRunner = true

        var isEmpty: Bool { arriving.isEmpty && leaving.isEmpty }
    }

    /// An eventfd: readable when something may have arrived since the last look.
    let wakeUp: Int32
    private let state = Mutex(State())

    /// - Throws: ``MessagingError/failed(operation:code:text:)`` when the process has no descriptor left.
    init() throws(MessagingError) {
        wakeUp = andon_eventfd()
        if wakeUp < 0 { throw .reported(errno, during: "open an eventfd") }
    }

    deinit {
        if wakeUp >= 0 { close(wakeUp) }
    }

    /// True when somebody waits for the runner.
    var isPending: Bool { state.withLock { !$0.isEmpty } }

    /// Adds a job. After the end there is no thread to run it, so the caller does, one caller at a time.
    func add(_ job: UnownedJob, for executor: UnownedSerialExecutor) {
        if add(.job(job)) { run(as: executor) }
    }

    /// Adds a continuation that is resumed when everything before it has run.
    func add(_ continuation: UnsafeContinuation<Void, Never>, for executor: UnownedSerialExecutor) {
        if add(.continuation(continuation)) { run(as: executor) }
    }

    /// Lets the runner leave as soon as nothing is left.
    func end() {
        state.withLock { $0.isEnding = true }
        andon_eventfd_signal(wakeUp)
    }

    /// Runs jobs until the end. At most one caller at a time is here.
    func run(as executor: UnownedSerialExecutor) {
        while true {
            // First the descriptor, then the queue: what comes in between is seen now and once more later, never
            // missed.
            andon_eventfd_drain(wakeUp)
            switch next() {
            case .run(.job(let job)): job.runSynchronously(on: executor)
            case .run(.continuation(let continuation)): continuation.resume()
            case .sleep: sleep()
            case .stop: return
            }
        }
    }

    /// True when the caller has become the runner.
    private func add(_ entry: Entry) -> Bool {
        let hadRunner = state.withLock { state in
            defer { state.hasRunner = true }
            state.arriving.append(entry)
            return state.hasRunner
        }
        if hadRunner { andon_eventfd_signal(wakeUp) }
        return !hadRunner
    }

    private func next() -> Step {
        state.withLock { state in
            if state.leaving.isEmpty {
                state.leaving = state.arriving.reversed()
                state.arriving.removeAll(keepingCapacity: true)
            }
            if let entry = state.leaving.popLast() { return .run(entry) }
            if state.isEnding { state.hasRunner = false }
            return state.isEnding ? .stop : .sleep
        }
    }

    private func sleep() {
        var waiting = pollfd(fd: wakeUp, events: Int16(POLLIN), revents: 0)
        // A signal or an error ends it early, which costs one more look at the queue.
        poll(&waiting, 1, -1)
    }
}
