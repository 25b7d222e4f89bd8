import Metrics
import Synchronization

/// A number that only grows, for whole and for fractional amounts.
///
/// - Cost: one atomic addition for a whole amount.
final class CounterInstrument: CounterHandler, FloatingPointCounterHandler {
    private let whole = Atomic<UInt64>(0)
    private let fractional = AtomicDouble()

    /// What was counted so far, as Prometheus wants it written.
    var text: String {
        let whole = whole.load(ordering: .relaxed)
        let fractional = fractional.value
        return fractional == 0 ? String(whole) : PrometheusGrammar.number(Double(whole) + fractional)
    }

    /// What it stands at.
    var total: Double { Double(whole.load(ordering: .relaxed)) + fractional.value }

    /// Adds a whole amount. A counter never falls: what is not positive changes nothing.
    func increment(by amount: Int64) {
        guard amount > 0 else { return }
        whole.wrappingAdd(UInt64(amount), ordering: .relaxed)
    }

    /// Adds any amount. A counter never falls: what is not a positive finite number changes nothing.
    func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        fractional.add(amount)
    }

    /// Takes over a total that somebody else counts, for instance the kernel; for counters fed by nothing else.
    func advance(to total: Double) {
        guard total.isFinite else { return }
        fractional.raise(to: total)
    }

    /// Back to zero; readers take that for a restart.
    func reset() {
        whole.store(0, ordering: .relaxed)
        fractional.set(0)
    }
}
