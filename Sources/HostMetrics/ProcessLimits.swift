/// Which processes get series of their own, so that their number stays bounded.
package struct ProcessLimits: Equatable, Sendable {
    /// How many names each of the three rankings takes: by processor time, by memory, by input and output.
    package var topCount: Int
    /// How many names may have series at once; beyond it the one that was longest not in a ranking goes first.
    package var maximumNames: Int
    /// How long a name keeps its series after it was last in a ranking.
    package var retention: Duration
    /// Processor cores below which a name does not enter the ranking: idle noise makes no series.
    package var minimumCores: Double
    /// Bytes per second, read and written together, below which a name does not enter the ranking.
    package var minimumBytesPerSecond: Double

    /// Limits; `maximumNames` has room for all three rankings.
    package init(
        topCount: Int = 8, maximumNames: Int = 40, retention: Duration = .seconds(120), minimumCores: Double = 0.01,
        minimumBytesPerSecond: Double = 4096
    ) {
        precondition(topCount >= 1 && maximumNames >= 3 * topCount, "There is room for three rankings of processes.")
        self.topCount = topCount
        self.maximumNames = maximumNames
        self.retention = retention
        self.minimumCores = minimumCores
        self.minimumBytesPerSecond = minimumBytesPerSecond
    }
}
