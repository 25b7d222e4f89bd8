import Evaluation
import Samples
import Testing

@testable import Tuning

@Suite struct TrialOutcomeTests {
    private let windows = MadeHistory.windows([10...20, 40...50, 60...60])

    @Test func aWindowIsFoundByTheFirstAnomalyThatOpensInside() {
        let openings = [(5, 9), (8, 12), (14, 15), (30, 30), (58, 60)].map { MadeHistory.opening($0.0, $0.1, nil) }
        let outcome = TrialOutcome(openings, days: 2, windows: windows)
        #expect(outcome.openings == 5)
        #expect(outcome.falseOpenings == 2)
        #expect(outcome.delays == [600, nil, 0])
        #expect((outcome.found, outcome.windows) == (2, 3))
        #expect(outcome.days == 2)
    }

    @Test func anAnomalyThatOnlyBeginsInsideOrReachesInIsFalse() {
        let outcome = TrialOutcome([MadeHistory.opening(18, 21, 45)], days: 1, windows: windows)
        #expect(outcome.found == 0)
        #expect(outcome.falseOpenings == 1)
    }

    @Test func withoutLabelsNothingIsFalse() {
        let outcome = TrialOutcome([MadeHistory.opening(18, 21, 45)], days: 1, windows: nil)
        #expect((outcome.openings, outcome.falseOpenings, outcome.windows) == (1, 0, 0))
    }

    @Test func aFileThatIsLabelledAsSoundHasOnlyFalseOnes() {
        let outcome = TrialOutcome([MadeHistory.opening(18, 21, 45)], days: 1, windows: [])
        #expect((outcome.openings, outcome.falseOpenings, outcome.windows) == (1, 1, 0))
    }

    @Test func seriesOfAFileFindWindowsTogether() {
        let first = TrialOutcome([MadeHistory.opening(14, 14, nil)], days: 1, windows: windows)
        let second = TrialOutcome(
            [12, 45, 55].map { MadeHistory.opening($0, $0, nil) }, days: 3, windows: windows)
        let together = UnitOutcome(series: [first, second]).together
        #expect(together.delays == [600, 1500, nil])
        #expect((together.openings, together.falseOpenings, together.days) == (4, 1, 4))
    }

    @Test func nothingBeatsThePerfectOutcome() {
        let reference = [MadeHistory.opening(12, 12, 14, peak: 0.5), MadeHistory.opening(30, 30, 33, peak: 0.25)]
        let perfect = TrialOutcome.perfect(days: 1, windows: windows, reference: reference)
        #expect(perfect.delays == [0, 0, 0])
        #expect(perfect.falseOpenings == 0)
        #expect(perfect.evidence.share == 1)
        #expect(perfect.evidence.total == 0.75)
        #expect(perfect.nab.score(.standard) == 100)
    }
}
