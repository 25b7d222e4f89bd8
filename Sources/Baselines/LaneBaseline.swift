public import LinearAlgebra

/// A baseline that is one kernel and the few numbers it keeps of each series.
public protocol LaneBaseline: Baseline {
    /// Its recurrence.
    associatedtype Kernel: LaneKernel

    /// Its recurrence.
    var kernel: Kernel { get }
    /// All learned state, one column per series.
    var state: Matrix { get set }
}

extension LaneBaseline {
    /// How many series the block holds.
    public var capacity: Int { state.columns }

    /// Four for each number that the kernel keeps.
    public var bytesPerSeries: Int { saved.bytesPerSeries }

    /// How far the statistic of each sample lies from what was expected. Changes nothing.
    public func score(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        kernel.score(
            inputs.range, values: inputs.values, state: state, expected: &outputs.expected, scale: &outputs.scale,
            residual: &outputs.residual)
    }

    /// Takes the pass into the state.
    public mutating func learn(_ inputs: PassInputs) {
        kernel.learn(inputs.range, values: inputs.values, weights: inputs.weights, state: &state)
    }

    /// Score, then learn, in one walk through memory.
    public mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        kernel.scoreAndLearn(
            inputs.range, values: inputs.values, weights: inputs.weights, state: &state, expected: &outputs.expected,
            scale: &outputs.scale, residual: &outputs.residual)
    }

    /// Makes one series start again.
    public mutating func reset(_ index: Int) { state.fill(column: index, with: 0) }

    /// Sets the level; a wider scale for what is not known yet.
    public mutating func rebase(_ index: Int, to level: Float, spread: Float, at place: ClockPlace) {
        kernel.rebase(index, to: level, spread: spread, state: &state)
    }

    /// Everything that was learned.
    public func save() -> [UInt8] { saved.bytes }

    /// The state of a block that was saved with the same kernel.
    func restored(from bytes: [UInt8]) throws(SavedStateError) -> Matrix { try saved.restored(from: bytes)[0] }

    private var saved: SavedState {
        SavedState(name: Self.name, parameters: kernel.parameters, matrices: [state])
    }
}
