import Testing

@testable import Evaluation

@Suite struct NABRowsTests {
    private func rows(_ windows: ClosedRange<Int64>..., count: Int = 20, from: Int64? = nil) -> NABRows {
        NABRows(
            windows: windows.map { Fixture.window($0.lowerBound * 60, $0.upperBound * 60) },
            times: (0..<count).map { Int64($0) * 60_000 }, from: from.map { Fixture.time($0 * 60) })
    }

    /// The scored ones.
    private func scored(_ rows: NABRows, count: Int = 20) -> [NABRows.Row] {
        (0..<count).compactMap { rows.row($0) }
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
        let scored = scored(rows(5...8))
        #expect(scored.count == 17)
        #expect(scored.map(\.window) == [nil, nil, 0, 0, 0, 0] + [Int?](repeating: nil, count: 11))
        let expected = [1, 1, 1, 0.96699, 0.85979, 0.56212, 0.68226, 0.93111]
        for (row, worth) in zip(scored, expected) { #expect(abs(row.worth - worth) < 1e-5) }
        #expect(scored[14].worth < 1)
        #expect(scored[15].worth == 1)
    }

    @Test func behindANarrowWindowThePriceIsWholeAgainWhileAWideOneBeforeWouldStillLowerIt() {
        let scored = scored(rows(3...8, 10...11))
        #expect(scored[9 - 3].worth < 1)
        #expect(scored[12 - 3].worth < 1)
        #expect(scored[14 - 3].worth < 1)
        #expect(scored[15 - 3].worth == 1)
    }

    @Test func behindAWindowOfOneRowThePriceIsWholeAtOnce() {
        let scored = scored(rows(6...6))
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
        #expect(file.row(3)?.window == 0)
        #expect((file.row(3)?.worth ?? 1) < 1)
    }

    @Test func rowsBeforeLabelsSpeakAreNotScored() {
        let file = rows(2...5, 8...9, from: 6)
        #expect(file.row(5) == nil)
        #expect(file.row(6)?.window == nil)
        #expect(file.row(8)?.window == 1)
        #expect(file.scorableWindows == 1)
        #expect(rows(2...5, from: 1).probation == 3)
        #expect(rows(2...5, from: 99).probation == 20)
    }

    @Test func aFileWithoutRowsHasWindowsAllTheSame() {
        let file = rows(5...8, count: 0)
        #expect((file.windows, file.scorableWindows) == (1, 0))
        #expect(file.tally(of: EmptyCollection<Int>()) == NABTally(windows: 1, scorableWindows: 0))
    }
}
