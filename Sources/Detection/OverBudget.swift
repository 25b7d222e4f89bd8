public import Samples

/// An anomaly that was not told when it opened, because its alarm budget could not afford it.
public struct OverBudget: Equatable, Sendable {
    /// The name of the budget.
    public var budget: String
    /// As it would have been told at its opening.
    public var anomaly: Anomaly

    /// What was not told, and for which budget.
    public init(budget: String, anomaly: Anomaly) {
        self.budget = budget
        self.anomaly = anomaly
    }
}

/// How a budget was kept.
public struct BudgetAccount: Equatable, Sendable {
    /// Its name.
    public var budget: String
    /// False alarms that it was given for the time that was watched.
    public var given: Double
    /// Anomalies that were told.
    public var told: Int
    /// Anomalies that were not.
    public var withheld: Int

    /// An account with all its parts.
    public init(budget: String, given: Double, told: Int, withheld: Int) {
        self.budget = budget
        self.given = given
        self.told = told
        self.withheld = withheld
    }
}

extension BudgetLedger {
    /// How it was kept so far.
    public var account: BudgetAccount {
        BudgetAccount(budget: budget.name, given: given, told: told, withheld: withheld)
    }
}
