/// What a seasonal kernel keeps of the series of a block, one column each.
public struct SeasonalState: Hashable, Sendable {
    /// Level, trend, scale and what the clock showed: a row each, as the kernel says.
    public var lanes: Matrix
    /// A row for each slot of the period.
    public var season: Matrix

    /// Both have as many columns as the block has series.
    public init(lanes: Matrix, season: Matrix) {
        precondition(season.columns == lanes.columns, "A season has as many lanes as the state.")
        self.lanes = lanes
        self.season = season
    }
}
