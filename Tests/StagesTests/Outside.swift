import Messaging

/// Where tests that talk to stages run: a thread of their own, so that what waits for a socket there does not keep the
/// tasks of the stages from starting.
@globalActor actor Outside {
    static let shared = Outside()

    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init() {
        do {
            executor = try ThreadExecutor(name: "outside")
        } catch {
            preconditionFailure("The tests need a thread: \(error)")
        }
    }
}
