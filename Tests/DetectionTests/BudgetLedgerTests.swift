import Detection
import Samples
import Testing

@Suite struct BudgetLedgerTests {
    private static let hour: Int64 = 3_600_000

    @Test func tellsTheFirstAlarmsThenOnlyWhatIsClearer() {
        var ledger = BudgetLedger(AlarmBudget(name: "two", alarms: 2, every: .seconds(3600)))
        ledger.advance(to: 0)
        let told1 = ledger.decide([0])
        #expect(told1 == [true])
        let told2 = ledger.decide([0])
        #expect(told2 == [true])
        // Nothing is left: one alarm of debt asks for half a power of ten.
        #expect(ledger.required == 0.5)
        let told3 = ledger.decide([0.4])
        #expect(told3 == [false])
        let told4 = ledger.decide([0.5])
        #expect(told4 == [true])
        #expect(ledger.account == BudgetAccount(budget: "two", given: 0, told: 3, withheld: 1))
    }

    @Test func timeBringsAlarmsUpToTheBudget() {
        var ledger = BudgetLedger(AlarmBudget(name: "two", alarms: 2, every: .seconds(3600)))
        ledger.advance(to: 0)
        _ = ledger.decide([0])
        ledger.advance(to: Self.hour / 4)
        #expect(ledger.balance == 1.5)
        ledger.advance(to: 100 * Self.hour)
        #expect(ledger.balance == 2)
        #expect(ledger.account.given == 200)
    }

    @Test func timeGoesByWhileSeriesAreWatched() {
        var ledger = BudgetLedger(AlarmBudget(name: "two", alarms: 2, every: .seconds(3600)))
        for hour in 1...3 as ClosedRange<Int64> {
            ledger.take(Exposure(step: hour * Self.hour, milliseconds: 1, budget: 0))
            ledger.take(Exposure(step: hour * Self.hour, milliseconds: 2, budget: 0))
        }
        #expect(ledger.account.given == 4)
    }

    @Test func aBudgetOfEachSeriesIsGivenWhatWasWatched() {
        var ledger = BudgetLedger(AlarmBudget(name: "each", alarms: 1, every: .seconds(3_600_000), per: .series))
        #expect(ledger.balance == 5)
        for _ in 0..<7 { _ = ledger.decide([20]) }
        #expect(ledger.balance == -2)
        // Two hundred series for an hour, told by two shards in either order: a fifth of an alarm.
        for part in [150, 50] {
            ledger.take(Exposure(step: Self.hour, milliseconds: Int64(part) * Self.hour, budget: 0))
        }
        ledger.advance(to: Self.hour)
        #expect(abs(ledger.balance - -1.8) < 1e-9)
    }

    @Test func savesWhatADayBringsHoweverShardsShareIt() {
        func balance(_ parts: [Int64]) -> Double {
            var ledger = BudgetLedger(AlarmBudget(name: "each", alarms: 1, every: .seconds(3600), per: .series))
            for hour in 1...Int64(50) {
                for part in parts { ledger.take(Exposure(step: hour * Self.hour, milliseconds: part, budget: 0)) }
            }
            ledger.advance(to: 60 * Self.hour)
            return ledger.balance
        }
        #expect(balance([Self.hour]) == 24)
        #expect(balance([Self.hour / 4, 3 * Self.hour / 4]) == 24)
    }

    @Test func judgesTogetherWhatOpensAtOneStep() {
        var ledger = BudgetLedger(AlarmBudget(name: "one", alarms: 1, every: .seconds(3600)))
        _ = ledger.decide([0])
        _ = ledger.decide([10])
        #expect(ledger.required == 1)
        // Ten at once, each a power of ten short: as Benjamini and Hochberg have it, all are told, for one alarm.
        let told5 = ledger.decide([Float](repeating: 0.01, count: 10))
        #expect(told5.allSatisfy { $0 })
        #expect(ledger.required == 1.5)
        // Of three at once two are clear enough.
        let told6 = ledger.decide([0, 3, 1.4])
        #expect(told6 == [false, true, true])
    }

    @Test func whatIsBeyondDoubtIsAlwaysTold() {
        var ledger = BudgetLedger(AlarmBudget(name: "one", alarms: 1, every: .seconds(3600)))
        for _ in 0..<1000 {
            let told = ledger.decide([10])
            #expect(told == [true])
        }
        #expect(ledger.balance == -19)
    }

    @Test func asksAgainForWhatGrewClearer() {
        var ledger = BudgetLedger(AlarmBudget(name: "one", alarms: 1, every: .seconds(3600)))
        _ = ledger.decide([0])
        let told8 = ledger.decide([0])
        #expect(told8 == [false])
        let told9 = ledger.reconsider(0.2)
        #expect(!told9)
        let told10 = ledger.reconsider(0.5)
        #expect(told10)
        #expect(ledger.account == BudgetAccount(budget: "one", given: 0, told: 2, withheld: 1))
    }
}
