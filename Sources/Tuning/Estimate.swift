/// A figure with the interval that it lies in with a chance of 95 %, as resampling tells.
package struct Estimate: Equatable, Sendable {
    /// The figure itself; `nil` where it is not defined.
    package var value: Double?
    /// `nil` where too few resamples define the figure.
    package var interval: ClosedRange<Double>?

    /// The percentile interval of what resamples gave.
    ///
    /// - Reference: Efron (1979), "Bootstrap methods: another look at the jackknife".
    init(_ value: Double?, resampled: [Double], of count: Int) {
        self.value = value
        // With one resample in twenty undefined an interval of 95 % would be made up.
        guard value != nil, resampled.count * 20 >= count * 19, !resampled.isEmpty else { return }
        let sorted = resampled.sorted()
        let last = Double(sorted.count - 1)
        interval = sorted[Int((0.025 * last).rounded())]...sorted[Int((0.975 * last).rounded())]
    }

    /// True where the figure is defined and does not exceed a limit.
    func isAtMost(_ limit: Double) -> Bool { value.map { $0 <= limit } ?? false }
}
