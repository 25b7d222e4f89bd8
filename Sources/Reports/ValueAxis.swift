/// The vertical axis of a chart: from where to where, and where the lines lie that people count by.
struct ValueAxis: Equatable, Sendable {
    /// A line and what stands beside it.
    struct Tick: Equatable, Sendable {
        /// In the unit of the series.
        let value: Double
        /// With an SI prefix where the numbers are large or small.
        let label: String
    }

    /// Values beyond it lie on the edge: a tenth of what a `Double` holds, so that differences stay finite.
    static let largest = 1e307
    /// The most steps; more lines are in the way.
    private static let mostSteps = 5.0

    /// The lower end.
    let low: Double
    /// The upper end, above the lower one.
    let high: Double
    /// The distance of two lines is `factor` × 10^`exponent`.
    private let factor: Double
    private let exponent: Int

    /// An axis for values from `low` to `high`, both finite. Where they are the same up to rounding, a stretch around
    /// them.
    init(low: Double, high: Double) {
        let bottom = min(max(min(low, high), -Self.largest), Self.largest)
        let top = min(max(max(low, high), -Self.largest), Self.largest)
        let size = max(bottom.magnitude, top.magnitude)
        if top - bottom < max(size * 1e-9, 1e-290) {
            let middle = bottom + (top - bottom) / 2
            let air = size < 1e-280 ? 1 : size * 0.1
            (self.low, self.high) = (middle - air, middle + air)
        } else {
            (self.low, self.high) = (bottom, top)
        }
        let range = self.high - self.low
        let power = PowerOfTen.exponent(of: range / Self.mostSteps)
        let unit = PowerOfTen.value(power)
        let factor = [1.0, 2, 5].first { range / ($0 * unit) <= Self.mostSteps }
        (self.factor, exponent) = factor.map { ($0, power) } ?? (1, power + 1)
    }

    /// 0 at the lower end, 1 at the upper one, and so on beyond them.
    func share(of value: Double) -> Double {
        (min(max(value, -Self.largest), Self.largest) - low) / (high - low)
    }

    /// Two to six lines, ascending.
    var ticks: [Tick] {
        let step = factor * PowerOfTen.value(exponent)
        let first = (low / step).rounded(.up)
        let last = (high / step).rounded(.down)
        guard first <= last else { return [] }
        let values = (0...Int(last - first)).map { (first + Double($0)) * step }
        let size = values.map(\.magnitude).max() ?? 0
        return values.map { Tick(value: $0, label: label($0, largest: size)) }
    }

    /// As many digits as tell two lines apart, in the unit of the largest.
    private func label(_ value: Double, largest: Double) -> String {
        guard value != 0, largest >= 1e-300 else { return "0" }
        let size = PowerOfTen.exponent(of: largest)
        // Between a thousandth and a thousand, people read plain numbers best.
        let group = (-3...2).contains(size) ? 0 : Int((Double(size) / 3).rounded(.down)) * 3
        guard group == 0 || Self.prefixes[group] != nil else {
            return Wording.fixed(value / PowerOfTen.value(size), decimals: max(0, size - exponent)) + "e\(size)"
        }
        let number = Wording.fixed(value / PowerOfTen.value(group), decimals: max(0, group - exponent))
        return number + (Self.prefixes[group] ?? "")
    }

    private static let prefixes = [
        -15: "f", -12: "p", -9: "n", -6: "µ", -3: "m", 3: "k", 6: "M", 9: "G", 12: "T", 15: "P", 18: "E",
    ]
}
