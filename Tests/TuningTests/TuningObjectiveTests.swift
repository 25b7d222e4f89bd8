import Evaluation
import Samples
import Testing

@testable import Tuning

@Suite struct TuningObjectiveTests {
    private let windows = MadeHistory.windows([10...20])

    private func tally(_ opened: [Int], days: Double = 10) -> Tally {
        let openings = opened.map { MadeHistory.opening($0, $0, nil) }
        return Tally(
            [(unit: 0, outcome: TrialOutcome(openings, days: days, windows: windows, reference: openings))],
            sharesWindows: false)
    }

    @Test func theBoundComesBeforeTheValue() {
        let modest = Merit(overshoot: 0, value: 0)
        let brilliant = Merit(overshoot: 0.1, value: 1)
        #expect(brilliant < modest)
        #expect(Merit(overshoot: 0.2, value: 1) < brilliant)
        #expect(modest < Merit(overshoot: 0, value: 0.1))
        #expect(!(modest < modest))
        #expect(modest < Merit(overshoot: 0, value: 0, sensitivity: 0.1))
        #expect(Merit(overshoot: 0, value: 0, sensitivity: 9) < Merit(overshoot: 0, value: 0.1))
    }

    @Test func f1IsBoundedByFalseAlarmsWithAMargin() {
        let bounded = TuningObjective.f1(atMostFalsePerSeriesDay: 0.2)
        #expect(bounded.merit(of: tally([12, 30]), series: 1).overshoot > 0)
        #expect(bounded.merit(of: tally([12, 30], days: 20), series: 1).overshoot == 0)
        #expect(bounded.merit(of: tally([12]), series: 1) == Merit(overshoot: 0, value: 1))
        #expect(TuningObjective.f1(atMostFalsePerSeriesDay: nil).merit(of: tally([12, 30]), series: 1).overshoot == 0)
    }

    @Test func alertsAreCountedOverAllSeries() {
        let limited = TuningObjective.alertsPerWeek(7)
        #expect(limited.merit(of: tally([12, 30]), series: 1).overshoot == 0)
        #expect(limited.merit(of: tally([12, 30]), series: 10).overshoot > 0)
        #expect(limited.merit(of: tally([]), series: 10) == Merit(overshoot: 0, value: 0))
    }

    @Test func aPartialTallyPromisesAtLeastWhatItBecomes() {
        let objectives: [TuningObjective] = [
            .f1(atMostFalsePerSeriesDay: 0.3), .f1(atMostFalsePerSeriesDay: nil), .alertsPerWeek(3),
            .nab(.standard), .nab(.lowFalsePositives), .nab(.lowFalseNegatives),
        ]
        var generator = SeededGenerator(seed: 4)
        let unit = MadeHistory.unit(
            [Double](repeating: 0, count: 100), windows: MadeHistory.windows([20...30, 60...70]))
        let reference = [22, 40, 64, 90].map { MadeHistory.opening($0, $0, $0 + 2) }
        for _ in 0..<200 {
            let outcomes = (0..<6).map { _ in
                let opened = (0..<100).filter { _ in generator.next() % 40 == 0 }
                return UnitOutcome(
                    [opened.map { MadeHistory.opening($0, $0, $0) }], of: unit, reference: [reference],
                    objective: .nab(.standard)
                ).together
            }
            let perfect = UnitOutcome.perfect(unit, reference: [reference], objective: .nab(.standard)).together
            for objective in objectives {
                let whole = Tally(outcomes.enumerated().map { (unit: $0, outcome: $1) }, sharesWindows: false)
                let part = Tally(
                    outcomes.enumerated().map { (unit: $0, outcome: $0 < 2 ? $1 : perfect) }, sharesWindows: false)
                let promise = objective.merit(of: part, series: 6, isPartial: true)
                #expect(!(promise < objective.merit(of: whole, series: 6)))
            }
        }
    }

    @Test func theFigureSearchedForComesFirst() {
        #expect(TuningObjective.f1(atMostFalsePerSeriesDay: nil).figures.first == .f1)
        #expect(TuningObjective.nab(.lowFalsePositives).figures.first == .nab(.lowFalsePositives))
        #expect(TuningObjective.alertsPerWeek(1).figures.first == .alertsPerWeek)
    }
}
