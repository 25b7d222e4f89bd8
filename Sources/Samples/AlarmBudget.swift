/// How many false alarms people are willing to have for some series together.
///
/// It says nothing of what is learned, so all of it may change while running.
public struct AlarmBudget: Equatable, Sendable {
    /// Whose alarms are counted together.
    public enum Share: String, CaseIterable, Sendable {
        /// All series of the budget have the alarms together.
        case all
        /// Each series brings as many: a thousand series have a thousand times the alarms of one.
        case series
    }

    /// For people, metrics and reports.
    public var name: String
    /// The series it holds for.
    public var match: SeriesSelector
    /// So many false alarms, at least 1 …
    public var alarms: Int
    /// … in so long.
    public var every: Duration
    /// Whether the series share them.
    public var per: Share

    /// A budget.
    public init(
        name: String, match: SeriesSelector = .all, alarms: Int = 1, every: Duration = .seconds(604_800),
        per: Share = .all
    ) {
        self.name = name
        self.match = match
        self.alarms = alarms
        self.every = every
        self.per = per
    }
}

extension PolicyBook {
    /// Which of ``budgets`` a series belongs to: the last that takes it; `nil` where none does. Linear in their number: look it
    /// up once a series.
    public func budgetIndex(for key: SeriesKey) -> Int? {
        let (kind, unit) = (metrics.kind(of: key), metrics.unit(of: key))
        return budgets.lastIndex { $0.match.matches(key, kind: kind, unit: unit) }
    }
}
