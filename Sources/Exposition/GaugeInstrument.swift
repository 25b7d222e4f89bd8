import Metrics

/// A number that rises and falls.
final class GaugeInstrument: MeterHandler, RecorderHandler {
    private let number = AtomicDouble()

    /// The number as it is now.
    var value: Double { number.value }

    /// Forgets the number before.
    func set(_ value: Int64) { number.set(Double(value)) }

    /// Forgets the number before.
    func set(_ value: Double) { number.set(value) }

    /// Moves up by an amount.
    func increment(by amount: Double) { number.add(amount) }

    /// Moves down by an amount.
    func decrement(by amount: Double) { number.add(-amount) }

    /// The latest record counts.
    func record(_ value: Int64) { number.set(Double(value)) }

    /// The latest record counts.
    func record(_ value: Double) { number.set(value) }
}
