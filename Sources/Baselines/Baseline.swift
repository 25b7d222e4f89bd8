public import LinearAlgebra
public import Samples

/// What is normal for each series of a block: learned sample by sample, all series of a pass at once.
///
/// A baseline is a value owned by one actor. Its state has a fixed size; an element of a pass gives the same bits
/// whatever the range of the pass, the capacity of the block and the CPU.
public protocol Baseline: Sendable {
    /// The name in settings, terms and saved states, for instance `ewma`.
    static var name: String { get }

    /// What its residuals are residuals of.
    static var statistic: Statistic { get }

    /// What it is shown of a series, in place of the samples.
    static var subject: Subject { get }

    /// True where it knows a season: of a series that has none it is left out.
    static var isSeasonal: Bool { get }

    /// True where its residuals are compared with each other in scales, because the scale follows the series; else in the unit
    /// of the statistic.
    static var followsScale: Bool { get }

    /// How much it is believed before anything is known of a series, against 1 of the others: its share of the chance that all
    /// baselines together are wrong.
    static var weight: Float { get }

    /// Nothing learned yet; `nil` if the shape switches this baseline off.
    init?(shape: ModelShape, capacity: Int)

    /// What was saved, to go on bit for bit.
    /// - Throws: ``SavedStateError`` unless the bytes are whole and of this baseline, shape and capacity.
    init(restoring bytes: [UInt8], shape: ModelShape, capacity: Int) throws(SavedStateError)

    /// How many series the block holds.
    var capacity: Int { get }

    /// Bytes of learned state that each series takes, used or not.
    var bytesPerSeries: Int { get }

    /// Judges each sample of a pass by the state that has not seen it. Changes nothing.
    func score(_ inputs: PassInputs, into outputs: inout PassOutputs)

    /// Takes the samples of a pass into the state, each by its weight. Once a series is warmed up, no single sample moves
    /// what is expected further than a few scales would.
    mutating func learn(_ inputs: PassInputs)

    /// ``score(_:into:)``, then ``learn(_:)``, bit for bit.
    mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs)

    /// Makes one series start again, as if it had never been seen.
    mutating func reset(_ index: Int)

    /// Accepts that a series moved: it now expects `level` at `place`. Its season stays; its scale is doubled, or set to
    /// `spread` where that is more. A baseline that knows too little of the old level may start again instead.
    ///
    /// - Parameters:
    ///   - level: where the series is now, for instance the median of its latest samples, in its unit.
    ///   - spread: how far those samples lie from the level on average, in its unit; 0 if not known.
    ///   - place: the stretch of the civil week that `level` was seen in; where a season is drawn from slot to slot, it is
    ///     taken to be the middle of its slot.
    mutating func rebase(_ index: Int, to level: Float, spread: Float, at place: ClockPlace)

    /// Everything that was learned, with a header that says what it is. The same state gives the same bytes.
    func save() -> [UInt8]
}

extension Baseline {
    /// The sample itself.
    public static var statistic: Statistic { .value }

    /// The samples themselves.
    public static var subject: Subject { .sample }

    /// It knows none.
    public static var isSeasonal: Bool { false }

    /// Its scale says how large residuals are, no more.
    public static var followsScale: Bool { false }

    /// As much as any.
    public static var weight: Float { 1 }

    /// Score, then learn: for a baseline that has no faster way to do both.
    public mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs) {
        score(inputs, into: &outputs)
        learn(inputs)
    }
}
