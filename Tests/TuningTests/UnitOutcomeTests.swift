import Evaluation
import Samples
import Testing

@testable import Tuning

/// What a policy is worth on files of one series is what a replay would say of them.
@Suite struct UnitOutcomeTests {
    private func unit(_ times: [Int], _ windows: [ClosedRange<Int>], from: Int? = nil) -> TuningUnit {
        var history = TuningHistory()
        history.begin(
            path: "f",
            labels: FileLabels(windows: MadeHistory.windows(windows), evaluateFrom: from.map(MadeHistory.time)))
        var batch = SampleBatch(series: [SeriesKey("series")])
        for row in times { batch.append(0, MadeHistory.time(row), 0) }
        history.append(batch)
        return history.units[0]
    }

    private func count(_ unit: TuningUnit, _ detections: [Int]) -> NABTally {
        UnitOutcome(
            [detections.map { MadeHistory.opening($0, $0, nil) }], of: unit, reference: [], objective: .nab(.standard)
        ).together.nab
    }

    private func count(rows: Int, _ windows: [ClosedRange<Int>], detections: [Int]) -> NABTally {
        count(unit(Array(0..<rows), windows), detections)
    }

    private func expect(_ tally: NABTally, standard: Double, lowFP: Double, lowFN: Double) throws {
        #expect(abs(try #require(tally.score(.standard)) - standard) < 0.006)
        #expect(abs(try #require(tally.score(.lowFalsePositives)) - lowFP) < 0.006)
        #expect(abs(try #require(tally.score(.lowFalseNegatives)) - lowFN) < 0.006)
    }

    /// The figures were made with the benchmark's own rules by another program.
    @Test func agreesWithTheBenchmark() throws {
        var all = count(rows: 100, [20...30, 60...70], detections: [5, 16, 22, 25, 35, 61, 99])
        try expect(all, standard: 91.48, lowFP: 83.65, lowFN: 94.32)
        all.add(count(rows: 200, [], detections: [40, 150]))
        all.add(count(rows: 40, [2...4, 20...24], detections: [3, 10, 30]))
        try expect(all, standard: 52.74, lowFP: 43.33, lowFN: 60.16)
    }

    /// The same decisions, once as rows of a replay and once as anomalies of a trial.
    @Test(arguments: UInt64(1)...40)
    func agreesWithWhatAReplayScores(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var times: [Int] = []
        for row in 0..<200 where generator.next() % 9 > 0 {
            times += [Int](repeating: row, count: generator.next() % 11 == 0 ? 2 : 1)
        }
        let starts = (0..<4).map { 20 + 45 * $0 + generator.index(below: 20) }
        let windows = starts.map { $0...($0 + generator.index(below: 20)) }
        let detections = Set(times).sorted().filter { _ in generator.next() % 12 == 0 }
        let from = generator.next() % 3 == 0 ? generator.index(below: 120) : nil
        var rows = RowScores()
        for (place, time) in times.enumerated() {
            let isFirst = place == 0 || times[place - 1] != time
            rows.append(
                time: MadeHistory.time(time).milliseconds, score: 0, decision: isFirst && detections.contains(time))
        }
        var file = FileHistory(path: "f", series: [], rows: rows)
        file.label(
            FileLabels(windows: MadeHistory.windows(windows), evaluateFrom: from.map(MadeHistory.time)))
        let score = try #require(NABScore(files: [file]))
        let tally = count(unit(times, windows, from: from), detections)
        #expect(tally == score.decisionTallies[0])
        for profile in NABProfile.allCases {
            #expect(tally.score(profile) == score.results[profile]?.decisions)
        }
    }

    /// What opens before that counts for nothing, and the days before do not make a rate smaller.
    @Test func whatLabelsDoNotSpeakOfDoesNotCount() {
        let outcome = UnitOutcome(
            [[30, 70].map { MadeHistory.opening($0, $0, nil) }],
            of: unit(Array(0...288), [20...40, 60...80], from: 50),
            reference: [], objective: .f1(atMostFalsePerSeriesDay: nil)
        ).together.events
        #expect((outcome.anomalies, outcome.trueAnomalies, outcome.windows) == (1, 1, 1))
        #expect(abs(outcome.days - 238.0 / 288) < 1e-9)
    }

    /// A file for each day: each has its own windows, and the day without labels does not count.
    @Test func windowsOfOneFileAreNotThoseOfAnother() {
        var history = TuningHistory()
        for (file, labels) in [[10...20], nil, [110...120]].enumerated() {
            history.begin(
                path: "\(file)", labels: labels.map { FileLabels(windows: MadeHistory.windows($0)) })
            var batch = SampleBatch(series: [SeriesKey("series")])
            for row in (50 * file)..<(50 * file + 50) { batch.append(0, MadeHistory.time(row), 0) }
            history.append(batch)
        }
        let opened = [12, 30, 60, 90, 115].map { MadeHistory.opening($0, $0, nil) }
        let outcome = UnitOutcome(
            [opened], of: history.units[0], reference: [], objective: .f1(atMostFalsePerSeriesDay: nil)
        ).together.events
        #expect((outcome.anomalies, outcome.trueAnomalies) == (3, 2))
        #expect(outcome.earliest == [600, 1500])
    }
}
