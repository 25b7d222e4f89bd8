import Samples
import Testing

@testable import Evaluation

@Suite struct NABScoreTests {
    // Twenty rows, a window over rows 5 to 8, decisions at rows 4, 6 and 10: see NABRowsTests for what they are worth.
    // Gain 0.96699, false alarms 1 + 0.93111 = 1.93111.
    // standard: 100 × (0.96699 - 0.11 × 1.93111 + 1) / 2 = 87.728
    // low_fp:   100 × (0.96699 - 0.22 × 1.93111 + 1) / 2 = 77.107
    // low_fn:   100 × (0.96699 - 0.11 × 1.93111 + 2) / 3 = 91.819
    @Test(arguments: [
        (NABProfile.standard, 87.728), (.lowFalsePositives, 77.107), (.lowFalseNegatives, 91.819),
    ])
    func scoresDecisions(_ profile: NABProfile, _ expected: Double) throws {
        let score = try #require(
            NABScore(files: [Fixture.file([5...8], Fixture.twentyRows(decided: [0, 4, 6, 10]))]))
        let result = try #require(score.results[profile])
        #expect(abs(result.decisions - expected) < 0.001)
    }

    // By scores instead: at 0.8 only row 6 fires (100 × 1.96699 / 2 = 98.349), lower thresholds add false alarms.
    @Test func findsTheBestThreshold() throws {
        let file = Fixture.file([5...8], Fixture.twentyRows([4: 0.5, 6: 0.8, 10: 0.7]))
        let score = try #require(NABScore(files: [file]))
        let result = try #require(score.results[.standard])
        #expect(result.threshold == 0.8)
        #expect(abs(result.best - 98.349) < 0.001)
        #expect(result.decisions == 0)
    }

    @Test(arguments: UInt64(0)..<50)
    func silenceScoresNothing(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let files = Fixture.randomFiles(3, using: &generator).map { file in
            rescored(behindProbation(file)) { _ in (0, false) }
        }
        guard let score = NABScore(files: files) else { return }
        for profile in NABProfile.allCases { #expect(score.results[profile]?.decisions == 0) }
    }

    @Test(arguments: UInt64(0)..<50)
    func theFirstRowOfEachWindowAndNothingElseIsPerfect(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let files = Fixture.randomFiles(3, using: &generator).map { file in
            let file = behindProbation(file)
            var next = Set((file.windows ?? []).map(\.start.milliseconds))
            return rescored(file) { time in
                let isFirst = next.remove(time) != nil
                return (isFirst ? 0.75 : 0.5, isFirst)
            }
        }
        guard let score = NABScore(files: files) else { return }
        for profile in NABProfile.allCases {
            let result = try #require(score.results[profile])
            #expect(abs(result.best - 100) < 1e-9)
            #expect(abs(result.decisions - 100) < 1e-9)
            #expect(result.threshold == 0.75)
        }
    }

    @Test(arguments: UInt64(0)..<50)
    func filesAddUpHoweverTheyAreSplit(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let files = Fixture.randomFiles(6, using: &generator)
        let whole = try #require(NABScore(files: files))
        let cut = Int.random(in: 0...6, using: &generator)
        for profile in NABProfile.allCases {
            let result = try #require(whole.results[profile])
            let parts = [Array(files[..<cut]), Array(files[cut...])].map {
                $0.compactMap(NABFile.init).map { $0.tally(atLeast: result.threshold) }
            }
            #expect(parts.flatMap { $0 } == result.bestTallies)
            let sums = parts.map { NABTally.sum(of: $0) }
            let score = try #require(NABTally.sum(of: sums).score(profile))
            #expect(abs(score - result.best) < 1e-9)
            // A threshold for each part alone is at least as good there as the common one.
            for (part, sum) in zip([files[..<cut], files[cut...]], sums) {
                guard let alone = NABScore(files: Array(part))?.results[profile] else { continue }
                let common = try #require(sum.score(profile))
                #expect(alone.best >= common - 1e-9)
            }
        }
    }

    @Test func filesWithoutRowsOrLabelsDoNotCount() throws {
        let scored = Fixture.file("a", [5...8], Fixture.twentyRows([5: 1]))
        var unlabelled = Fixture.file("b", [], Fixture.twentyRows([5: 1]))
        unlabelled.windows = nil
        var unscored = Fixture.file("c", [5...8], RowScores())
        unscored.rows = nil
        let score = try #require(NABScore(files: [unlabelled, scored, unscored]))
        #expect(score.paths == ["a"])
        #expect(score == NABScore(files: [scored]))
    }

    @Test func withoutAWindowThereIsNoScore() {
        #expect(NABScore(files: []) == nil)
        #expect(NABScore(files: [Fixture.file([], Fixture.twentyRows([5: 1]))]) == nil)
    }

    @Test func aFileWithoutWindowsOnlyPunishes() throws {
        let good = Fixture.file("a", [5...8], Fixture.twentyRows(decided: [5]))
        let bad = Fixture.file("b", [], Fixture.twentyRows(decided: [5, 9]))
        let score = try #require(NABScore(files: [good, bad]))
        // 100 × (1 - 2 × 0.11 + 1) / 2 = 89
        #expect(abs(try #require(score.results[.standard]).decisions - 89) < 1e-9)
    }

    @Test func intervalsAreOverFilesAndSurroundTheScore() throws {
        var generator = SeededGenerator(seed: 7)
        let score = try #require(NABScore(files: Fixture.randomFiles(12, using: &generator)))
        let intervals = score.intervals(Bootstrap(seed: 1))
        #expect(intervals.count == 6)
        for (figure, value) in score.figures { #expect(intervals[figure]?.contains(value) == true) }
        let single = try #require(NABScore(files: [Fixture.file([5...8], Fixture.twentyRows())]))
        #expect(single.intervals(Bootstrap(seed: 1)).isEmpty)
    }

    /// Only those windows that start behind the rows that are not scored.
    private func behindProbation(_ file: FileHistory) -> FileHistory {
        var copy = file
        guard let times = file.rows?.times else { return file }
        let border = times[NABRows.probation(times.count)]
        copy.windows = file.windows?.filter { $0.start.milliseconds > border }
        return copy
    }

    /// The same rows with other scores and decisions.
    private func rescored(_ file: FileHistory, _ score: (Int64) -> (Float, Bool)) -> FileHistory {
        var rows = RowScores()
        for time in file.rows?.times ?? [] {
            let (value, decision) = score(time)
            rows.append(time: time, score: value, decision: decision)
        }
        var copy = file
        copy.rows = rows
        return copy
    }
}
