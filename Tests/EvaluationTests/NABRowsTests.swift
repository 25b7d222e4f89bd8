import Testing

@testable import Evaluation

@Suite struct NABRowsTests {
    private func rows(_ windows: ClosedRange<Int64>..., rows: RowScores = Fixture.twentyRows()) -> NABRows {
        NABRows(windows: windows.map { Fixture.window($0.lowerBound * 60, $0.upperBound * 60) }, rows: rows)
    }

    @Test(arguments: [(0, 0), (6, 0), (7, 1), (20, 3), (100, 15), (4999, 749), (5000, 750), (100_000, 750)])
    func theHeadOfAFileIsNotScored(_ count: Int, _ expected: Int) {
        #expect(NABRows.probation(count) == expected)
    }

    // A window over rows 5 to 8, 4 rows wide; the first 3 rows are not scored, so row 3 comes first.
    // Row 5: σ(-4/4) / σ(-1) = 1. Row 6: σ(-3/4) / σ(-1) = 0.95404 / 0.98661 = 0.96699.
    // Row 7: σ(-2/4) = 0.84828 / 0.98661 = 0.85979. Row 8: σ(-1/4) = 0.55460 / 0.98661 = 0.56212.
    // Row 9 is 1/3 of a width behind: -σ(1/3) = 0.68226, row 10: -σ(2/3) = 0.93111; row 17 is 9/3 behind, row 18 more.
    @Test func aDetectionIsWorthLessTheLaterItComes() {
        let scored = rows(5...8).rows
        #expect(scored.count == 17)
        #expect(scored.map(\.window) == [nil, nil, 0, 0, 0, 0] + [Int?](repeating: nil, count: 11))
        let expected = [1, 1, 1, 0.96699, 0.85979, 0.56212, 0.68226, 0.93111]
        for (row, worth) in zip(scored, expected) { #expect(abs(row.worth - worth) < 1e-5) }
        #expect(scored[14].worth < 1)
        #expect(scored[15].worth == 1)
    }

    @Test func behindANarrowWindowThePriceIsWholeAgainWhileAWideOneBeforeWouldStillLowerIt() {
        let scored = rows(3...8, 10...11).rows
        #expect(scored[9 - 3].worth < 1)
        #expect(scored[12 - 3].worth < 1)
        #expect(scored[14 - 3].worth < 1)
        #expect(scored[15 - 3].worth == 1)
    }

    @Test func behindAWindowOfOneRowThePriceIsWholeAtOnce() {
        let scored = rows(6...6).rows
        #expect(scored[6 - 3].worth == 1)
        #expect(scored[6 - 3].window == 0)
        #expect(scored[7 - 3].worth == 1)
        #expect(scored[7 - 3].window == nil)
    }

    @Test func aWindowInTheProbationCountsButCannotBeFound() {
        let file = rows(0...2, 1...4, 30...40)
        #expect(file.windows == 3)
        #expect(file.scorableWindows == 1)
        #expect(rows(0...1).scorableWindows == 0)
    }

    // The head of this window lies in the probation: its fourth row is the first that counts.
    @Test func aWindowThatReachesOutOfTheProbationIsNoLongerWorthAWhole() {
        let file = rows(0...7)
        #expect(file.scorableWindows == 1)
        #expect(file.rows[0].window == 0)
        #expect(file.rows[0].worth < 1)
    }

    @Test func whatIsNoNumberIsBelowAllThresholds() {
        let file = rows(5...8, rows: Fixture.twentyRows([5: .nan, 6: -3, 12: .nan]))
        #expect(file.tally(atLeast: -10).foundWindows == 1)
        #expect(file.tally(atLeast: -10).gain < 1)
        #expect(file.tally(atLeast: -.infinity).gain == 1)
    }

    @Test func withoutAThresholdNothingIsDetected() {
        let tally = rows(5...8, rows: Fixture.twentyRows([5: 1, 12: 1])).tally(atLeast: nil)
        #expect(tally == NABTally(windows: 1, scorableWindows: 1))
    }

    @Test func aFileWithoutRowsHasWindowsAllTheSame() {
        let file = rows(5...8, rows: RowScores())
        #expect((file.windows, file.scorableWindows, file.rows.count) == (1, 0, 0))
    }
}
