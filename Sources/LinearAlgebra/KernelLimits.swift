internal import CKernels

/// What every baseline kernel keeps to: when it may score, and how small a scale may become.
public struct KernelLimits: Hashable, Sendable {
    /// The scale is never less than this, in the unit of the series; more than 0.
    public var absoluteFloor: Float
    /// The scale is never less than this share of the size of what is expected; at least 0.
    public var relativeFloor: Float
    /// Samples of full weight to learn from before the first score; at least 0.
    public var warmUp: Float

    /// A value beyond it, on either side of 0, counts as it: its square, or the sum of a few, would leave the range of a `Float`.
    public static let largestValue: Float = 1e19

    /// The limits.
    public init(absoluteFloor: Float, relativeFloor: Float, warmUp: Float) {
        precondition(absoluteFloor >= .leastNormalMagnitude && absoluteFloor.isFinite, "An absolute floor is above 0.")
        precondition(relativeFloor >= 0 && relativeFloor.isFinite, "A relative floor is at least 0.")
        precondition(warmUp >= 0 && warmUp <= 1_048_576, "A warm-up is at most 1 048 576 samples, where counts end.")
        self.absoluteFloor = absoluteFloor
        self.relativeFloor = relativeFloor
        self.warmUp = warmUp
    }

    /// As a saved state keeps them.
    public var values: [Float] { [absoluteFloor, relativeFloor, warmUp] }

    /// The least scale where so much is expected, in the unit of the series.
    public func floor(at expected: Float) -> Float { max(absoluteFloor, relativeFloor * abs(expected)) }

    var parameters: andon_limits {
        andon_limits(absolute_floor: absoluteFloor, relative_floor: relativeFloor, warm_up: warmUp)
    }
}

/// What the C kernels take for granted: the range lies within the state, and every column reaches to its end.
/// That no two columns overlap is Swift's own law for `inout`.
func checkColumns(_ range: Range<Int>, _ state: Matrix, rows: Int, _ columns: Int...) {
    precondition(state.rows == rows, "A kernel's state has one row per state variable.")
    precondition(range.lowerBound >= 0 && range.upperBound <= state.columns, "A range outside the block.")
    for count in columns { precondition(count >= range.upperBound, "A column that ends before the range.") }
}
