import Evaluation
import Foundation
import Samples
import Testing

/// The reference scorer prints hundredths.
@Suite struct NABScoreAgreementTests {
    @Test(.enabled(if: ScoreNAB.isThere, "../shared/tools/score_nab.py is not beside the package"))
    func agreesWithTheReferenceOnRandomFiles() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString)")
        defer { remove(root) }
        var generator = SeededGenerator(seed: 31)
        var histories: [[FileHistory]] = []
        var dataSets: [ScoreNAB.DataSet] = []
        for number in 0..<400 {
            let files = Fixture.randomFiles(Int.random(in: 1...4, using: &generator), using: &generator)
            histories.append(files)
            dataSets.append(try ScoreNAB.write(files, to: root.appending(path: "\(number)")))
        }
        let expected = try ScoreNAB.scores(of: dataSets)
        try #require(expected.count == histories.count)
        for (files, expected) in zip(histories, expected) { try expect(files, toScore: expected) }
    }

    @Test(.enabled(if: ScoreNAB.hasCorpus, "../shared/data/nab is not beside the package"))
    func agreesWithTheReferenceOnTheBenchmark() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString)")
        defer { remove(root) }
        let labels = try JSONDecoder().decode(
            [String: [[String]]].self, from: Data(contentsOf: ScoreNAB.corpusWindows))
        var generator = SeededGenerator(seed: 58)
        let files = try labels.sorted { $0.key < $1.key }.map { path, bounds in
            FileHistory(
                path: path, series: [], windows: try bounds.map(window),
                rows: try randomlyScored(ScoreNAB.corpus.appending(path: path), using: &generator))
        }
        #expect(files.count == 31)
        var dataSet = try ScoreNAB.write(files, to: root)
        (dataSet.data, dataSet.windows) = (ScoreNAB.corpus, ScoreNAB.corpusWindows)
        let expected = try #require(try ScoreNAB.scores(of: [dataSet]).first)
        try expect(files, toScore: expected)
    }

    private func expect(_ files: [FileHistory], toScore expected: [Double]) throws {
        let score = try #require(NABScore(files: files))
        let results = try NABProfile.allCases.map { try #require(score.results[$0]) }
        let actual = results.map(\.best) + results.map(\.decisions)
        #expect(actual.count == expected.count)
        #expect(zip(actual, expected).allSatisfy { abs($0 - $1) < 0.01 }, "\(actual) is not \(expected)")
    }

    private func window(_ bounds: [String]) throws -> LabelWindow {
        let times = try bounds.map { try #require(EventTime(iso8601: $0)) }
        return LabelWindow(start: try #require(times.first), end: try #require(times.last))
    }

    /// The times of a file of the benchmark, with scores of which most are small and some are equal.
    private func randomlyScored(_ url: URL, using generator: inout SeededGenerator) throws -> RowScores {
        var rows = RowScores()
        for line in try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let time = try #require(EventTime(iso8601: line.prefix { $0 != "," }))
            let uniform = Float(Int.random(in: 0..<10_000, using: &generator)) / 10_000
            rows.append(
                time: time.milliseconds, score: uniform * uniform,
                decision: Int.random(in: 0..<1000, using: &generator) == 0)
        }
        return rows
    }

    /// A folder that stays behind does no harm to the test; it is said all the same.
    private func remove(_ folder: URL) {
        do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }
}
