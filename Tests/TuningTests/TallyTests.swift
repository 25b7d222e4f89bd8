import Evaluation
import Samples
import Testing

@testable import Tuning

@Suite struct TallyTests {
    private let windows = MadeHistory.windows([10...20, 40...50])

    private func outcome(_ opened: Int...) -> TrialOutcome {
        TrialOutcome(opened.map { MadeHistory.opening($0, $0, nil) }, days: 1, windows: windows)
    }

    @Test func countsEventsNotPoints() throws {
        let tally = Tally(
            [(unit: 0, outcome: outcome(12, 14, 30)), (unit: 1, outcome: outcome(41))], sharesWindows: false)
        #expect(tally.events.windows == 4)
        #expect(tally.events.foundWindows == 2)
        #expect(tally.events.recall == 0.5)
        #expect(tally.events.precision == 0.75)
        #expect(abs(try #require(tally.events.f1) - 0.6) < 1e-12)
        #expect(tally.strictF1 == 4.0 / 7)
        #expect(tally.events.medianDelay == 450)
        #expect(tally.falseOpenings.perDay == 0.5)
        #expect(tally.openings.perDay == 2)
    }

    @Test func f1IsTheHarmonicMean() throws {
        let tally = Tally([(unit: 0, outcome: outcome(12, 30, 31))], sharesWindows: false)
        let (p, r) = (try #require(tally.events.precision), try #require(tally.events.recall))
        #expect(abs(try #require(tally.events.f1) - 2 * p * r / (p + r)) < 1e-12)
    }

    @Test func seriesOfOneFileShareItsWindows() {
        let members = [
            (unit: 0, outcome: outcome(12)), (unit: 0, outcome: outcome(11, 45)), (unit: 1, outcome: outcome()),
        ]
        let tally = Tally(members, sharesWindows: true)
        #expect(tally.events.windows == 4)
        #expect(tally.events.foundWindows == 2)
        #expect(tally.events.delays == [300, 1500])
    }

    @Test func beingRightTwiceAboutOneThingIsNoGain() {
        let once = Tally([(unit: 0, outcome: outcome(12, 30))], sharesWindows: false)
        let often = Tally([(unit: 0, outcome: outcome(12, 14, 16, 30))], sharesWindows: false)
        #expect(once.strictF1 == often.strictF1)
        #expect(once.events.precision == 0.5)
        #expect(often.events.precision == 0.75)
    }

    @Test func silenceIsNoWayAroundTheFigure() {
        let silent = Tally([(unit: 0, outcome: outcome())], sharesWindows: false)
        #expect(silent.events.f1 == 0)
        #expect(silent.strictF1 == 0)
        #expect(silent.events.precision == nil)
    }

    @Test func whatIsNotDefinedIsNil() {
        let nothing = Tally([(unit: Int, outcome: TrialOutcome)](), sharesWindows: false)
        #expect(nothing.events.f1 == nil)
        #expect(nothing.strictF1 == nil)
        #expect(nothing.events.recall == nil)
        #expect(nothing.events.precision == nil)
        #expect(nothing.events.medianDelay == nil)
        #expect(nothing.evidence.share == nil)
        #expect(nothing.openings.perDay == 0)
    }
}
