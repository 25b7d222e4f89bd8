import Testing

@testable import Evaluation

@Suite struct NABTallyTests {
    private func row(_ window: Int?, _ worth: Double) -> NABRows.Row {
        NABRows.Row(window: window, worth: worth)
    }

    // Three windows, the last of them in the probation. Window 0 earns 0.9 by its second detection, window 1 nothing;
    // two false alarms of 1 and 0.5.
    // standard: 0.9 - 1 × 1 - 0.11 × 1.5 = -0.265, silence -3: 100 × 2.735 / 6 = 45.583
    // low_fp:   0.9 - 1 × 1 - 0.22 × 1.5 = -0.43:             100 × 2.57 / 6 = 42.833
    // low_fn:   0.9 - 2 × 1 - 0.11 × 1.5 = -1.265, silence -6: 100 × 4.735 / 9 = 52.611
    @Test(arguments: [
        (NABProfile.standard, 45.583), (.lowFalsePositives, 42.833), (.lowFalseNegatives, 52.611),
    ])
    func weighsMistakesByProfile(_ profile: NABProfile, _ expected: Double) throws {
        var tally = NABTally(windows: 3, scorableWindows: 2)
        var earned = [0.0, 0, 0]
        for row in [row(0, 0.4), row(nil, 1), row(0, 0.9), row(0, 0.2), row(nil, 0.5)] {
            tally.detect(row, earned: &earned)
        }
        #expect(tally.foundWindows == 1)
        #expect(abs(tally.gain - 0.9) < 1e-12)
        #expect(tally.falseAlarms == 1.5)
        #expect(abs(try #require(tally.score(profile)) - expected) < 0.001)
    }

    @Test func addsUpWithWeights() {
        var (first, second) = (NABTally(windows: 2, scorableWindows: 1), NABTally(windows: 3, scorableWindows: 3))
        var earned = [0.0, 0, 0]
        first.detect(row(nil, 0.25), earned: &earned)
        second.detect(row(2, 0.5), earned: &earned)
        let sum = NABTally.sum(of: [first, second], drawn: [2, 1])
        #expect(sum.windows == 7)
        #expect(sum.scorableWindows == 5)
        #expect(sum.foundWindows == 1)
        #expect(sum.gain == 0.5)
        #expect(sum.falseAlarms == 0.5)
        #expect(NABTally.sum(of: [first, second]).windows == 5)
        #expect(NABTally.sum(of: [first, second], drawn: [0, 0]) == NABTally())
    }

    @Test(arguments: NABProfile.allCases)
    func withoutWindowsThereIsNoScore(_ profile: NABProfile) {
        var tally = NABTally(windows: 0, scorableWindows: 0)
        var earned: [Double] = []
        tally.detect(row(nil, 1), earned: &earned)
        #expect(tally.score(profile) == nil)
    }

    @Test(arguments: NABProfile.allCases)
    func thePerfectOneScoresAHundred(_ profile: NABProfile) {
        #expect(NABTally.perfect(windows: 3).score(profile) == 100)
    }
}
