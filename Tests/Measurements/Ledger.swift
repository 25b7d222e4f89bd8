package import Metrics
import Synchronization

/// Remembers what stages measure, by `label{dimension="value"}`, and lets a test wait until something was counted.
package final class Ledger: MetricsFactory {
    private struct Waiter {
        var name: String
        var least: Double
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var totals: [String: Double] = [:]
        var waiters: [Int: Waiter] = [:]
        var nextWaiter = 0
    }

    private let state = Mutex(State())

    /// Nothing was counted yet.
    package init() {}

    /// The total of a counter, the last value of a gauge, the number of recordings of a timer; `nil` where none was made.
    package subscript(name: String) -> Double? { state.withLock { $0.totals[name] } }

    /// All names, in order.
    package var names: [String] { state.withLock { $0.totals.keys.sorted() } }

    /// Returns once the total is at least so much; throws when the task is cancelled before.
    package func wait(_ name: String, atLeast least: Double) async throws {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isThere = state.withLock { state in
                    if Task.isCancelled || state.totals[name] ?? 0 >= least { return true }
                    state.waiters[id] = Waiter(name: name, least: least, continuation: continuation)
                    return false
                }
                if isThere { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
            waiter?.continuation.resume(throwing: CancellationError())
        }
        try Task.checkCancellation()
    }

    fileprivate func update(_ name: String, _ change: (inout Double) -> Void) {
        let done = state.withLock { state in
            change(&state.totals[name, default: 0])
            let total = state.totals[name] ?? 0
            let ready = state.waiters.filter { $0.value.name == name && total >= $0.value.least }
            for id in ready.keys { state.waiters[id] = nil }
            return ready.values.map(\.continuation)
        }
        for continuation in done { continuation.resume() }
    }

    private func make(_ label: String, _ dimensions: [(String, String)], isGauge: Bool = false) -> Entry {
        let inner = dimensions.map { "\($0.0)=\"\($0.1)\"" }.sorted().joined(separator: ",")
        let name = inner.isEmpty ? label : "\(label){\(inner)}"
        update(name) { _ in }
        return Entry(ledger: self, name: name, isGauge: isGauge)
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        make(label, dimensions)
    }
    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler { make(label, dimensions) }
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        make(label, dimensions)
    }
    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        make(label, dimensions, isGauge: !aggregate)
    }
    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        make(label, dimensions, isGauge: true)
    }
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
}

private final class Entry: CounterHandler, FloatingPointCounterHandler, TimerHandler, RecorderHandler, MeterHandler {
    let ledger: Ledger
    let name: String
    let isGauge: Bool

    init(ledger: Ledger, name: String, isGauge: Bool) {
        self.ledger = ledger
        self.name = name
        self.isGauge = isGauge
    }

    func increment(by amount: Int64) { ledger.update(name) { $0 += Double(amount) } }
    func increment(by amount: Double) { ledger.update(name) { $0 += amount } }
    func decrement(by amount: Double) { ledger.update(name) { $0 -= amount } }
    func reset() { ledger.update(name) { $0 = 0 } }
    func recordNanoseconds(_ duration: Int64) { ledger.update(name) { $0 += 1 } }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { ledger.update(name) { [isGauge] in $0 = isGauge ? value : $0 + 1 } }
    func set(_ value: Int64) { record(Double(value)) }
    func set(_ value: Double) { record(value) }
}
