import Detection
import Samples
import Testing

@testable import Stages

@Suite struct BudgetGateTests {
    private static let keys: [UInt32: SeriesKey] = [0: SeriesKey("web"), 1: SeriesKey("db")]
    private static let one = AlarmBudget(
        name: "web", match: SeriesSelector(name: "web"), alarms: 1, every: .seconds(3600))

    private func transition(
        _ id: String, _ phase: Anomaly.Phase = .opened, series: UInt32 = 0, step: Int64, excess: Float = 0,
        isNews: Bool = true
    ) -> Transition {
        var transition = Transition(
            step: step, series: series, interval: 1, anomaly: Example.anomaly(id, phase: phase, at: step),
            excess: excess)
        transition.isNews = isNews
        return transition
    }

    /// The ids of what is told, with the phase, and of what is not.
    private func play(_ gate: inout BudgetGate, _ transitions: Transition...) -> (told: [String], over: [String]) {
        var over: [OverBudget] = []
        let passed = gate.pass(transitions, keys: Self.keys, into: &over)
        return (
            passed.compactMap { $0 }.map { "\($0.anomaly.phase.rawValue) \($0.anomaly.id)" }, over.map(\.anomaly.id)
        )
    }

    @Test func withoutABudgetAllNewsIsTold() {
        var gate = BudgetGate(PolicyBook())
        #expect(
            play(&gate, transition("a", step: 1), transition("a", .updated, step: 1, isNews: false)).told == [
                "opened a"
            ])
    }

    @Test func aSeriesOfNoBudgetIsToldOfAsBefore() {
        var gate = BudgetGate(PolicyBook(budgets: [Self.one]))
        for step in 1...9 as ClosedRange<Int64> {
            let told = play(&gate, transition("b\(step)", series: 1, step: step)).told
            #expect(told == ["opened b\(step)"])
        }
        #expect(gate.ledgers[0].account.told == 0)
    }

    @Test func whatIsWithheldEndsUntold() {
        var gate = BudgetGate(PolicyBook(budgets: [Self.one]))
        #expect(play(&gate, transition("a", step: 1)).told == ["opened a"])
        let second = play(&gate, transition("b", step: 2))
        #expect(second.told.isEmpty && second.over == ["b"])
        #expect(play(&gate, transition("a", .closed, step: 3)).told == ["closed a"])
        #expect(play(&gate, transition("b", .updated, step: 3)).told.isEmpty)
        #expect(play(&gate, transition("b", .closed, step: 4)).told.isEmpty)
    }

    @Test func whatGrowsClearerIsToldAsOpened() {
        var gate = BudgetGate(PolicyBook(budgets: [Self.one]))
        _ = play(&gate, transition("a", step: 1))
        _ = play(&gate, transition("b", step: 2))
        #expect(play(&gate, transition("b", .updated, step: 3, excess: 2, isNews: false)).told == ["opened b"])
        #expect(play(&gate, transition("b", .updated, step: 4, excess: 4, isNews: false)).told.isEmpty)
        #expect(play(&gate, transition("b", .closed, step: 5)).told == ["closed b"])
    }

    @Test func aReloadKeepsTheAccountOfABudgetThatIsTheSame() {
        var gate = BudgetGate(PolicyBook(budgets: [Self.one]))
        _ = play(&gate, transition("a", step: 1))
        _ = play(&gate, transition("b", step: 2))
        var other = Self.one
        other.alarms = 7
        let all = AlarmBudget(name: "all")
        gate.apply(PolicyBook(budgets: [all, Self.one]))
        #expect(gate.ledgers.map(\.account.told) == [0, 1])
        #expect(play(&gate, transition("b", .closed, step: 3)).told.isEmpty)
        gate.apply(PolicyBook(budgets: [other]))
        #expect(gate.ledgers.map(\.balance) == [7])
    }
}
