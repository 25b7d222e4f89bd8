/// Waits for threads and sockets to end, on a thread of its own: so much waiting would hold up everybody else.
public actor Ending {
    private nonisolated let executor: ThreadExecutor
    /// The thread of its own.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Starts the thread, so that ending cannot fail for want of one.
    ///
    /// - Throws: ``MessagingError/failed(operation:code:text:)`` when the process has no thread or descriptor left.
    public init() throws(MessagingError) {
        executor = try ThreadExecutor(name: "ending")
    }

    /// Joins the threads, whose actors have returned, and ends ZeroMQ.
    public func end(_ executors: [ThreadExecutor], _ context: MessagingContext) {
        for executor in executors { executor.shutdown() }
        context.close()
    }
}
