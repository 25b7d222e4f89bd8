import Synchronization

/// A floating-point number that many threads may change without a lock.
struct AtomicDouble: ~Copyable, Sendable {
    private let bits: Atomic<UInt64>

    /// Starts at `value`.
    init(_ value: Double = 0) {
        bits = Atomic(value.bitPattern)
    }

    /// The number as it is now.
    var value: Double {
        Double(bitPattern: bits.load(ordering: .relaxed))
    }

    /// Forgets what was there.
    func set(_ value: Double) {
        bits.store(value.bitPattern, ordering: .relaxed)
    }

    /// Adds; no concurrent addition is lost.
    func add(_ amount: Double) {
        change { $0 + amount }
    }

    /// Becomes `value` unless it is there or beyond already.
    func raise(to value: Double) {
        change { max($0, value) }
    }

    /// Replaces the number by a function of it, again and again until no other thread came between.
    private func change(_ next: (Double) -> Double) {
        var old = bits.load(ordering: .relaxed)
        while true {
            let new = next(Double(bitPattern: old)).bitPattern
            let (exchanged, seen) = bits.weakCompareExchange(expected: old, desired: new, ordering: .relaxed)
            if exchanged { return }
            old = seen
        }
    }
}
