public import Samples

/// The baselines there are: a new one is one file and one row here.
public enum BaselineTable {
    /// Every baseline, in the order in which their terms are told. Those that are shown what a season leaves stand behind the seasons.
    public static let all: [any Baseline.Type] = [
        EWMA.self, RobustZScore.self, HoltWinters.self, DailySeason.self, WeeklySeason.self, LevelShift.self,
        Drift.self, Spread.self, MultiplicativeHoltWinters.self, FirstDifference.self, SeasonalShift.self,
    ]

    /// One block of each baseline that the shape switches on, in the order of the table.
    public static func make(shape: ModelShape, capacity: Int) -> [any Baseline] {
        all.compactMap { $0.init(shape: shape, capacity: capacity) }
    }

    /// The block that was saved, whichever baseline it is of.
    /// - Throws: ``SavedStateError`` unless the bytes are whole, of a baseline in the table, and of this shape and
    ///   capacity.
    public static func restore(
        _ bytes: [UInt8], shape: ModelShape, capacity: Int
    ) throws(SavedStateError) -> any Baseline {
        let name = try SavedState.name(in: bytes)
        guard let type = all.first(where: { $0.name == name }) else { throw .unknownBaseline(name) }
        return try type.init(restoring: bytes, shape: shape, capacity: capacity)
    }
}
