import Detection
import Metrics

/// How alarm budgets are kept, for operators: one set of numbers for each budget of the settings.
struct BudgetMetrics {
    private struct Own {
        let told: Counter
        let withheld: Counter
        let balance: Gauge
        var last: BudgetAccount
    }

    private let factory: any MetricsFactory
    /// By the name of the budget.
    private var all: [String: Own] = [:]

    init(factory: any MetricsFactory) {
        self.factory = factory
    }

    /// Tells how the budgets stand now.
    mutating func record(_ ledgers: [BudgetLedger]) {
        for ledger in ledgers {
            let account = ledger.account
            var own = all[account.budget] ?? made(for: account.budget)
            // An account that was begun anew has less than before.
            own.told.increment(by: account.told - (account.told < own.last.told ? 0 : own.last.told))
            let withheld = account.withheld - (account.withheld < own.last.withheld ? 0 : own.last.withheld)
            own.withheld.increment(by: withheld)
            own.balance.record(ledger.balance)
            own.last = account
            all[account.budget] = own
        }
    }

    private func made(for budget: String) -> Own {
        let label = "andon_budget_anomalies_total"
        return Own(
            told: Counter(label: label, dimensions: [("budget", budget), ("outcome", "told")], factory: factory),
            withheld: Counter(
                label: label, dimensions: [("budget", budget), ("outcome", "withheld")], factory: factory),
            balance: Gauge(label: "andon_budget_balance_alarms", dimensions: [("budget", budget)], factory: factory),
            last: BudgetAccount(budget: budget, given: 0, told: 0, withheld: 0))
    }
}
