import Samples
import Testing

@testable import Evaluation

@Suite struct NABSearchTests {
    private func rows(_ files: [FileHistory]) -> [NABFile] { files.compactMap(NABFile.init) }

    @Test(arguments: UInt64(0)..<200)
    func findsWhatTryingEveryThresholdFinds(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let files = rows(Fixture.randomFiles(Int.random(in: 1...4, using: &generator), using: &generator))
        let found = NABSearch.bestThresholds(files)
        let thresholds: [Float?] = [nil] + Set(files.flatMap { file in (0..<file.count).map(file.score) })
        for profile in NABProfile.allCases {
            let points = thresholds.map { threshold in
                NABTally.sum(of: files.map { $0.tally(atLeast: threshold) }).points(profile)
            }
            let best = NABTally.sum(of: files.map { $0.tally(atLeast: found[profile]) }).points(profile)
            #expect(abs(try #require(points.max()) - best) < 1e-9)
        }
    }

    @Test func ofEquallyGoodThresholdsTheHighestIsTaken() {
        let file = Fixture.file([5...8], Fixture.twentyRows([5: 0.9, 7: 0.8, 8: 0.7]))
        #expect(
            NABSearch.bestThresholds(rows([file])) == [
                .standard: 0.9, .lowFalsePositives: 0.9, .lowFalseNegatives: 0.9,
            ])
    }

    @Test func firesNeverWhereThatIsBest() {
        let file = Fixture.file([0...1], Fixture.rows([Float](repeating: 0.5, count: 20)))
        #expect(NABSearch.bestThresholds(rows([file])).isEmpty)
    }

    // One threshold for both files: at 0.6 the first window is found, at 0.2 both are, for ten false alarms. The second
    // window brings 1 + 1 (1 + 2 where misses cost 2), the false alarms cost 10 × 0.11 (10 × 0.22).
    @Test func profilesMayDifferInTheThreshold() {
        let first = Fixture.file("a", [5...8], Fixture.twentyRows([5: 0.6]))
        let noisy = Fixture.rows((0..<20).map { 3..<13 ~= $0 ? 0.3 : $0 == 15 ? 0.2 : 0 })
        let second = Fixture.file("b", [15...18], noisy)
        #expect(
            NABSearch.bestThresholds(rows([first, second])) == [
                .standard: 0.2, .lowFalsePositives: 0.6, .lowFalseNegatives: 0.2,
            ])
    }
}
