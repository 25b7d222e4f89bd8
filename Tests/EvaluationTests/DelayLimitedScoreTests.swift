import Evaluation
import Testing

@Suite struct DelayLimitedScoreTests {
    private func scored(_ windows: [ClosedRange<Int64>], decided: Set<Int>, delay: Int = 7) -> DelayLimitedScore? {
        let rows = Fixture.rows([Float](repeating: 0, count: 60), decided: decided)
        return DelayLimitedScore(files: [Fixture.file(windows, rows)], delay: delay)
    }

    // Rows 10 to 19 and 30 to 34. The first is detected in its eighth row: 10 true; the second not at all: 5 missed;
    // rows 5 and 9 are false: 2 × 10 / (2 × 10 + 2 + 5) = 20 / 27.
    @Test func aWindowCountsAsAWhole() throws {
        let score = try #require(scored([10...19, 30...34], decided: [5, 9, 17, 18]))
        #expect((score.truePositives, score.falsePositives, score.falseNegatives) == (10, 2, 5))
        #expect(score.f1 == 20.0 / 27)
    }

    @Test func isMissedWhenTheDetectionComesOneRowTooLate() throws {
        let score = try #require(scored([10...19], decided: [18, 19]))
        #expect((score.truePositives, score.falsePositives, score.falseNegatives) == (0, 0, 10))
        #expect(score.f1 == 0)
    }

    @Test func theDelayDoesNotReachBeyondTheWindow() throws {
        let score = try #require(scored([10...12], decided: [13]))
        #expect((score.truePositives, score.falsePositives, score.falseNegatives) == (0, 1, 3))
    }

    @Test func withoutDelayOnlyTheFirstRowCounts() throws {
        #expect(try #require(scored([10...12], decided: [10], delay: 0)).truePositives == 3)
        #expect(try #require(scored([10...12], decided: [11], delay: 0)).truePositives == 0)
    }

    @Test func filesArePooled() throws {
        let rows = Fixture.twentyRows(decided: [5])
        let files = [Fixture.file("a", [5...8], rows), Fixture.file("b", [], rows)]
        let score = try #require(DelayLimitedScore(files: files))
        #expect((score.truePositives, score.falsePositives, score.falseNegatives) == (4, 1, 0))
    }

    @Test func needsLabelsAndRows() throws {
        var unlabelled = Fixture.file([5...8], Fixture.twentyRows())
        unlabelled.windows = nil
        var unscored = Fixture.file([5...8], Fixture.twentyRows())
        unscored.rows = nil
        #expect(DelayLimitedScore(files: [unlabelled, unscored]) == nil)
        #expect(try #require(scored([], decided: [])).f1 == nil)
    }
}
