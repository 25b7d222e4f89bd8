import Exposition
import Reports
import Stages

/// Runs something long: shows how far it is, and cancels it when the process is asked to stop.
struct Watch {
    /// What is said when the process is asked to stop.
    let farewell: String
    /// How far it is after so many seconds.
    let line: @Sendable (_ seconds: Double) -> ProgressLine

    /// Runs it to its end, or until SIGINT or SIGTERM; it returns what it has when it is cancelled.
    func run<Product: Sendable>(_ body: @escaping @Sendable () async throws -> Product) async throws -> Product {
        defer { Standard.errorInPlace("") }
        return try await withThrowingTaskGroup(of: Product?.self) { group in
            group.addTask { try await body() }
            group.addTask { await show() }
            group.addTask { await awaitSignal() }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let product = ended { return product }
                group.cancelAll()
            }
            preconditionFailure("What is watched neither fails nor ends.")
        }
    }

    /// Shows the progress until it is cancelled: it returns only when somebody else has ended the group.
    private func show<Product>() async -> Product? {
        let start = MonotonicTime.nanoseconds()
        var rule = RedrawRule(isTerminal: Standard.errorIsTerminal, now: start)
        while !Task.isCancelled {
            do { try await Task.sleep(for: .milliseconds(100)) } catch { break }
            let now = MonotonicTime.nanoseconds()
            guard rule.isDue(now: now) else { continue }
            let line = line(Double(now - start) * 1e-9)
            if Standard.errorIsTerminal {
                Standard.errorInPlace(line.text(width: Standard.errorWidth ?? 80))
            } else {
                Standard.error(line.text(width: nil))
            }
        }
        return nil
    }

    private func awaitSignal<Product>() async -> Product? {
        if await StopSignal.first() { Standard.error("andon: \(farewell)") }
        return nil
    }
}
