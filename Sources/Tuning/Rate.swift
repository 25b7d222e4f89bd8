/// How often something happened in a time that was watched, over series that differ.
struct Rate: Equatable, Sendable {
    private(set) var count = 0.0
    private(set) var days = 0.0
    private var members = 0.0
    private var countCount = 0.0
    private var countDays = 0.0
    private var daysDays = 0.0

    /// One-sided 90 % of the normal distribution: a rate that is called cautious holds in nine of ten cases.
    private static let quantile = 1.2816

    /// Takes a series, or a file, into account.
    mutating func add(_ count: Int, in days: Double) {
        let count = Double(count)
        self.count += count
        self.days += days
        members += 1
        countCount += count * count
        countDays += count * days
        daysDays += days * days
    }

    /// A day; 0 where nothing happened.
    var perDay: Double { count == 0 ? 0 : count / days }

    /// A day, with a margin on top so that other series of the same kind are likely to keep it too.
    ///
    /// The margin is that of a ratio estimator over the members, at least that of a Poisson count; 0 where nothing
    /// happened, for less cannot be asked for.
    ///
    /// - Parameter isPartial: more may happen on the members still to come: the Poisson margin alone, below which the
    ///   rate cannot end.
    func cautiousPerDay(isPartial: Bool = false) -> Double {
        guard count > 0 else { return 0 }
        var variance = count
        if !isPartial, members > 1, days > 0 {
            let rate = count / days
            let squares = countCount - 2 * rate * countDays + rate * rate * daysDays
            variance = max(variance, members / (members - 1) * squares)
        }
        return (count + Self.quantile * variance.squareRoot()) / days
    }
}
