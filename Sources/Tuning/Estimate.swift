package import Evaluation

/// A figure with the interval that resampling gives it.
package struct Estimate: Equatable, Sendable {
    /// The figure itself; `nil` where it is not defined.
    package var value: Double?
    /// `nil` where too few resamples define the figure.
    package var interval: Interval?

    /// True where the figure is defined and does not exceed a limit.
    func isAtMost(_ limit: Double) -> Bool { value.map { $0 <= limit } ?? false }
}
