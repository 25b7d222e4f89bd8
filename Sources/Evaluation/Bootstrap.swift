import Samples

/// Draws units with replacement, again and again, to learn how far a figure hangs on which units there happened to be.
///
/// A unit is a whole file, or a whole series of the only file: samples of one series are too much alike to be drawn
/// one by one. The same seed gives the same intervals everywhere.
///
/// - Reference: Efron (1979), "Bootstrap methods: another look at the jackknife"; percentile intervals, which are
///   somewhat too narrow below about twenty units.
package struct Bootstrap: Equatable, Sendable {
    /// The share of the resampled figures that lies within an interval.
    package static let coverage = 0.95

    /// Where the random numbers start.
    package let seed: UInt64
    /// How often all units are drawn anew; 0 asks for no intervals.
    package let resamples: Int

    /// A bootstrap. 1,000 resamples settle the ends of an interval to about a tenth of its width.
    package init(seed: UInt64, resamples: Int = 1000) {
        precondition(resamples >= 0, "Units are drawn no fewer than 0 times.")
        self.seed = seed
        self.resamples = resamples
    }

    /// An interval for each figure.
    ///
    /// None where there are fewer than two units, and none for a figure that most resamples leave undefined; the other
    /// undefined ones are passed over.
    ///
    /// - Parameter figures: is told how often each unit was drawn, and leaves out what is undefined for these draws.
    package func intervals<Figure: Hashable>(
        units: Int, of figures: (_ draws: [Int]) -> [Figure: Double]
    ) -> [Figure: Interval] {
        guard units > 1 else { return [:] }
        var generator = SeededGenerator(seed: seed)
        var draws = [Int](repeating: 0, count: units)
        var found: [Figure: [Double]] = [:]
        for _ in 0..<resamples {
            Self.draw(into: &draws, using: &generator)
            for (figure, value) in figures(draws) { found[figure, default: []].append(value) }
        }
        return found.compactMapValues { 2 * $0.count > resamples ? Self.interval(of: $0.sorted()) : nil }
    }

    /// As many draws as there are units.
    private static func draw(into draws: inout [Int], using generator: inout SeededGenerator) {
        for index in draws.indices { draws[index] = 0 }
        for _ in draws.indices { draws[generator.index(below: draws.count)] += 1 }
    }

    private static func interval(of ascending: [Double]) -> Interval? {
        let tail = (1 - coverage) / 2
        guard let lower = Quantile.value(at: tail, of: ascending),
            let upper = Quantile.value(at: 1 - tail, of: ascending)
        else { return nil }
        return Interval(lower: lower, upper: upper)
    }
}
