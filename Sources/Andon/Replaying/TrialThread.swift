import Messaging
import Tuning

/// Makes trials on a thread of its own, so that signals and progress have theirs.
actor TrialThread: TrialWorker {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init() throws(MessagingError) {
        executor = try ThreadExecutor(name: "trial")
    }
}
