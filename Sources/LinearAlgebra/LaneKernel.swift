/// A recurrence over a few numbers of each series of a block, fused into one vectorised loop.
///
/// All columns have one element per series (*lane*); lanes do not look at each other, so a lane's bits depend neither
/// on the range nor on the size of the block. A state of zeros is a series that was never seen.
public protocol LaneKernel: Hashable, Sendable {
    /// How many rows the state has: one per number that is kept of a lane.
    static var stateRows: Int { get }

    /// What decides how it learns, as a saved state keeps it.
    var parameters: [Float] { get }

    /// Writes what is expected, its scale and the residual of every lane in `range`: NaN while the lane is warming up, the
    /// residual also where the value is not finite. Changes nothing else.
    func score(
        _ range: Range<Int>, values: [Float], state: Matrix, expected: inout [Float], scale: inout [Float],
        residual: inout [Float])

    /// Takes the lanes in `range` into the state, each by its weight in [0, 1].
    func learn(_ range: Range<Int>, values: [Float], weights: [Float], state: inout Matrix)

    /// Score, then learn, bit for bit, in one walk through memory.
    func scoreAndLearn(
        _ range: Range<Int>, values: [Float], weights: [Float], state: inout Matrix, expected: inout [Float],
        scale: inout [Float], residual: inout [Float])

    /// Moves one lane to a new level, which is known from few samples only: so a scale is doubled, or set to `spread` where
    /// that is more.
    func rebase(_ lane: Int, to level: Float, spread: Float, state: inout Matrix)
}
