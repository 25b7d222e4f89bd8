import Evaluation
import Samples
import Testing

@testable import Tuning

@Suite struct TrialOutcomeTests {
    private let windows = MadeHistory.windows([10...20, 40...50, 60...60])

    @Test func aWindowIsFoundByTheFirstAnomalyThatOpensInside() {
        let openings = [(5, 9), (8, 12), (14, 15), (30, 30), (58, 60)].map { MadeHistory.opening($0.0, $0.1, nil) }
        let outcome = TrialOutcome(openings, days: 2, windows: windows)
        #expect(outcome.events.anomalies == 5)
        #expect(outcome.events.falseAnomalies == 2)
        #expect(outcome.events.earliest == [600, nil, 0])
        #expect((outcome.events.found, outcome.events.windows) == (2, 3))
        #expect(outcome.events.days == 2)
    }

    @Test func anAnomalyThatOnlyBeginsInsideOrReachesInIsFalse() {
        let outcome = TrialOutcome([MadeHistory.opening(18, 21, 45)], days: 1, windows: windows)
        #expect(outcome.events.found == 0)
        #expect(outcome.events.falseAnomalies == 1)
    }

    @Test func aFileThatIsLabelledAsSoundHasOnlyFalseOnes() {
        let outcome = TrialOutcome([MadeHistory.opening(18, 21, 45)], days: 1, windows: [])
        #expect((outcome.events.anomalies, outcome.events.falseAnomalies, outcome.events.windows) == (1, 1, 0))
    }

    @Test func seriesOfAFileFindWindowsTogether() {
        let first = TrialOutcome([MadeHistory.opening(14, 14, nil)], days: 1, windows: windows)
        let second = TrialOutcome(
            [12, 45, 55].map { MadeHistory.opening($0, $0, nil) }, days: 3, windows: windows)
        let together = UnitOutcome(series: [first, second]).together
        #expect(together.events.earliest == [600, 1500, nil])
        #expect((together.events.anomalies, together.events.falseAnomalies, together.events.days) == (4, 1, 4))
    }

    @Test func nothingBeatsThePerfectOutcome() {
        let reference = [MadeHistory.opening(12, 12, 14, peak: 0.5), MadeHistory.opening(30, 30, 33, peak: 0.25)]
        let perfect = TrialOutcome.perfect(days: 1, windows: windows.count, reference: reference)
        #expect(perfect.events.earliest == [0, 0, 0])
        #expect(perfect.events.falseAnomalies == 0)
        #expect(perfect.evidence.share == 1)
        #expect(perfect.evidence.total == 0.75)
        #expect(perfect.nab.score(.standard) == 100)
    }
}
