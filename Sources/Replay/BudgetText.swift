package import Detection
import Foundation

/// How alarm budgets were kept, in sentences for people.
package enum BudgetText {
    /// A sentence for each budget.
    package static func sentences(_ accounts: [BudgetAccount]) -> [String] {
        accounts.map { account in
            let given = String(format: "%.1f", account.given)
            let told = account.told == 1 ? "1 alarm was told" : "\(account.told) alarms were told"
            return "Budget \(account.budget): \(told) of \(given) that the time allows, \(account.withheld) withheld."
        }
    }
}
