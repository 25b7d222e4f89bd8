import Evaluation
import Testing

@Suite struct RowScoresTests {
    @Test func keepsRowsInTheirOrder() {
        let rows = Fixture.rows([0.5, 0.25], decided: [1])
        #expect(rows.count == 2)
        #expect(rows.times == [0, 60_000])
        #expect(rows.scores == [0.5, 0.25])
        #expect(rows.decisions == [false, true])
    }

    @Test func ofSeveralSeriesInARowTheStrangestCounts() {
        var rows = Fixture.rows([0.1, 0.5])
        rows.joinLast(score: 0.7, decision: false)
        rows.joinLast(score: 0.2, decision: true)
        rows.joinLast(score: 0.3, decision: false)
        #expect(rows.scores == [0.1, 0.7])
        #expect(rows.decisions == [false, true])
    }

    /// One series after the other, and a straggler.
    @Test func whatIsSaidOfOneMomentInSeveralPlacesIsOneRow() {
        var rows = RowScores()
        for (time, score, decision) in [
            (1, 0.5, false), (2, 0.25, false), (3, 0, false), (1, 0.75, true), (3, 0.5, false), (2, 0, false),
        ] as [(Int64, Float, Bool)] {
            rows.append(time: time, score: score, decision: decision)
        }
        rows.joinTimes()
        #expect(rows.times == [1, 2, 3])
        #expect(rows.scores == [0.75, 0.25, 0.5])
        #expect(rows.decisions == [true, false, false])
        let once = rows
        rows.joinTimes()
        #expect(rows == once)
    }

    @Test func thereMustBeARowToJoin() async {
        await #expect(processExitsWith: .failure) {
            var rows = RowScores()
            rows.joinLast(score: 1, decision: true)
        }
    }
}
