import Detection
import Samples

/// Lets pass what alarm budgets can afford, step by step.
///
/// What is withheld stays so until it ends or grows graver: then it is asked for again, and told as opened.
struct BudgetGate {
    /// By the budgets of the settings.
    private(set) var ledgers: [BudgetLedger] = []
    private var book: PolicyBook
    /// The budget of each anomaly that is withheld, by its id.
    private var withheld: [String: Int] = [:]

    init(_ book: PolicyBook) {
        self.book = book
        ledgers = book.budgets.map(BudgetLedger.init)
    }

    /// Goes by other budgets; one that is the same as before keeps its account.
    mutating func apply(_ new: PolicyBook) {
        let old = Dictionary(ledgers.map { ($0.budget.name, $0) }) { first, _ in first }
        let names = ledgers.map(\.budget.name)
        book = new
        ledgers = new.budgets.map { budget in
            old[budget.name].flatMap { $0.budget == budget ? $0 : nil } ?? BudgetLedger(budget)
        }
        withheld = withheld.compactMapValues { index in ledgers.firstIndex { $0.budget.name == names[index] } }
    }

    /// Time that series were watched.
    mutating func take(_ exposure: Exposure) {
        guard let index = Int(exactly: exposure.budget), ledgers.indices.contains(index) else { return }
        ledgers[index].take(exposure)
    }

    /// Decides on the anomalies of one step.
    ///
    /// - Parameters:
    ///   - transitions: all of the step, in order.
    ///   - overBudget: gets those that opened and are not told.
    /// - Returns: for each, what is to be told of it; `nil` for nothing.
    mutating func pass(
        _ transitions: [Transition], keys: [UInt32: SeriesKey], into overBudget: inout [OverBudget]
    ) -> [Transition?] {
        guard let step = transitions.first?.step, !ledgers.isEmpty else {
            return transitions.map { $0.isNews ? $0 : nil }
        }
        for index in ledgers.indices { ledgers[index].advance(to: step) }
        let budgets = transitions.map { transition in
            transition.anomaly.phase == .opened ? keys[transition.series].flatMap(book.budgetIndex) : nil
        }
        var isTold = [Bool](repeating: true, count: transitions.count)
        for index in ledgers.indices {
            let own = transitions.indices.filter { budgets[$0] == index }
            guard !own.isEmpty else { continue }
            for (place, told) in zip(own, ledgers[index].decide(own.map { transitions[$0].excess })) {
                isTold[place] = told
            }
        }
        return transitions.indices.map { place in
            let transition = transitions[place]
            guard isTold[place] else {
                withheld[transition.anomaly.id] = budgets[place]
                if let budget = budgets[place] {
                    overBudget.append(
                        OverBudget(budget: ledgers[budget].budget.name, anomaly: transition.anomaly))
                }
                return nil
            }
            return goOn(transition)
        }
    }

    /// What is to be told of an anomaly that may have been withheld.
    private mutating func goOn(_ transition: Transition) -> Transition? {
        guard let index = withheld[transition.anomaly.id] else { return transition.isNews ? transition : nil }
        guard transition.anomaly.phase != .closed else {
            withheld[transition.anomaly.id] = nil
            return nil
        }
        guard ledgers[index].reconsider(transition.excess) else { return nil }
        withheld[transition.anomaly.id] = nil
        var opened = transition
        opened.anomaly.phase = .opened
        return opened
    }
}
