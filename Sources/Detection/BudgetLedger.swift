public import Samples

/// Keeps one ``AlarmBudget``: what it has been given, what alarms took of it, and so how clear the next one must be.
///
/// Alarms are saved up while time goes by, and each one that is told spends one. Once a budget is used up it goes into debt, and
/// with each alarm of debt the next one has to be clearer by half a power of ten than its series asks: what the budget can
/// afford is told, the strangest first, and what is beyond doubt is told even then. So it is kept in the long run but for
/// its first savings and a debt of at most nineteen alarms.
///
/// Anomalies that open at the same step are judged together and count as one alarm: of `k` at once the least must be as clear as
/// the `k`-th of them may be while the share of false ones stays what it is for one. So an incident that hits a hundred series is
/// not told of three.
///
/// - Reference: Benjamini and Hochberg (1995), "Controlling the false discovery rate", for those of one step; Foster and Stine
///   (2008), "Alpha-investing", for a wealth that is earned and spent over time.
public struct BudgetLedger: Sendable {
    /// What it keeps.
    public let budget: AlarmBudget
    /// Alarms that were saved up; less than 0 is debt.
    public private(set) var balance: Double
    /// Alarms that time has brought so far.
    public private(set) var given: Double = 0
    /// Anomalies that were told.
    public private(set) var told = 0
    /// Anomalies that were not when they opened.
    public private(set) var withheld = 0

    /// The newest step, milliseconds since 1970 UTC.
    private var step: Int64?
    /// What was watched in the newest hour that was told, as long as more of it may come from other shards.
    private var hour: (step: Int64, milliseconds: Int64)?

    /// More powers of ten than any debt asks for.
    static let certain: Float = 38
    /// Alarms that a budget of each series starts with, and saves at least.
    private static let leastSavings = 5.0
    /// No budget is deeper in debt: what is rarer by ten powers of ten than its series asks is always told.
    private static let mostDebt = 19.0
    /// How much clearer an alarm must be for each alarm of debt, in powers of ten.
    private static let stepUp = 0.5

    /// A ledger with its first savings.
    public init(_ budget: AlarmBudget) {
        self.budget = budget
        balance = budget.per == .all ? Double(budget.alarms) : Self.leastSavings
    }

    /// How much rarer than its own series asks an anomaly must be to be told, in powers of ten, in 0 ... 10; a single one.
    public var required: Double { balance >= 1 ? 0 : Self.stepUp * (1 - balance) }

    /// Time goes by, to a step: a budget that all series share is given its alarms.
    public mutating func advance(to step: Int64) {
        defer { self.step = max(self.step ?? step, step) }
        settle()
        guard budget.per == .all, let before = self.step, step > before else { return }
        give(milliseconds: Double(step) - Double(before), savings: Double(budget.alarms))
    }

    /// Series were watched: a budget of each series is given its alarms, and of one that all share time goes by. Steps must not fall.
    public mutating func take(_ exposure: Exposure) {
        guard budget.per == .series else { return advance(to: exposure.step) }
        if let hour, hour.step != exposure.step { settle() }
        hour = (exposure.step, (hour?.milliseconds ?? 0) + exposure.milliseconds)
    }

    /// Decides on the anomalies that would be told at one step.
    ///
    /// - Parameter excesses: by how many powers of ten each is rarer than its series asks.
    /// - Returns: whether each is told.
    public mutating func decide(_ excesses: [Float]) -> [Bool] {
        let ranked = excesses.indices.sorted { excesses[$0] > excesses[$1] }
        // Benjamini and Hochberg: the last one whose chance is low enough for its rank, and all before it.
        let allowed = ranked.indices.last { rank in
            Double(excesses[ranked[rank]]) + Power.logarithm(Double(rank + 1)) / Power.ln10 >= required
        }
        var isTold = [Bool](repeating: false, count: excesses.count)
        if let allowed {
            for rank in 0...allowed { isTold[ranked[rank]] = true }
            pay()
            told += allowed + 1
        }
        withheld += excesses.count - (allowed.map { $0 + 1 } ?? 0)
        return isTold
    }

    /// Decides once more on an anomaly that was withheld, by what it has become.
    ///
    /// - Returns: whether it is told.
    public mutating func reconsider(_ excess: Float) -> Bool {
        guard Double(excess) >= required else { return false }
        pay()
        told += 1
        return true
    }

    private mutating func pay() { balance = max(balance - 1, -Self.mostDebt) }

    /// Gives the alarms of an hour of which no more will be told.
    private mutating func settle() {
        guard let hour else { return }
        self.hour = nil
        // What a day brings may be saved, where that is more: else a large budget would lose in each hour what it did not need.
        give(
            milliseconds: Double(hour.milliseconds),
            savings: max(Self.leastSavings, 24 * alarms(in: Double(hour.milliseconds))))
    }

    private mutating func give(milliseconds: Double, savings: Double) {
        given += alarms(in: milliseconds)
        balance = min(balance + alarms(in: milliseconds), max(savings, balance))
    }

    private func alarms(in milliseconds: Double) -> Double {
        milliseconds / Double(budget.every.wholeMilliseconds) * Double(budget.alarms)
    }
}
