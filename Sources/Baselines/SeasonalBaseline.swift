public import LinearAlgebra

/// A baseline that follows the civil clock: a kernel, a few numbers of each series, and one for each slot of its period.
public protocol SeasonalBaseline: Baseline {
    /// Its recurrence.
    var kernel: HoltWintersKernel { get }
    /// All learned state, one column per series.
    var learned: SeasonalState { get set }
}

extension SeasonalBaseline {
    /// That it does is what it is for.
    public static var isSeasonal: Bool { true }

    /// How many series the block holds.
    public var capacity: Int { learned.lanes.columns }

    /// 28 for level, trend, variance and what the clock showed; 4 for each slot of the period.
    public var bytesPerSeries: Int { saved.bytesPerSeries }

    /// Distance of each sample from its forecast, in scales. Changes nothing.
    public func score(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        kernel.score(
            inputs.range, at: inputs.place, values: inputs.values, phases: inputs.phases, intervals: inputs.intervals,
            learned: learned, expected: &outputs.expected, scale: &outputs.scale,
            residual: &outputs.residual)
    }

    /// Takes the pass into level, trend, scale and the season of its slot.
    public mutating func learn(_ inputs: PassInputs) {
        kernel.learn(
            inputs.range, at: inputs.place, values: inputs.values, phases: inputs.phases, intervals: inputs.intervals,
            weights: inputs.weights, learned: &learned)
    }

    /// Score, then learn, in one walk through memory.
    public mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        kernel.scoreAndLearn(
            inputs.range, at: inputs.place, values: inputs.values, phases: inputs.phases, intervals: inputs.intervals,
            weights: inputs.weights, learned: &learned, expected: &outputs.expected,
            scale: &outputs.scale, residual: &outputs.residual)
    }

    /// Makes one series start again.
    public mutating func reset(_ index: Int) { kernel.reset(index, &learned) }

    /// Moves the level so that `level` is expected at `place`, and stops the trend; starts again where it is not ready yet.
    public mutating func rebase(_ index: Int, to level: Float, spread: Float, at place: ClockPlace) {
        kernel.rebase(index, to: level, spread: spread, at: place, &learned)
    }

    /// Everything that was learned.
    public func save() -> [UInt8] { saved.bytes }

    /// The state of a block that was saved with the same kernel.
    func restored(from bytes: [UInt8]) throws(SavedStateError) -> SeasonalState {
        let matrices = try saved.restored(from: bytes)
        return SeasonalState(lanes: matrices[0], season: matrices[1])
    }

    private var saved: SavedState {
        SavedState(name: Self.name, parameters: kernel.parameters, matrices: [learned.lanes, learned.season])
    }
}
