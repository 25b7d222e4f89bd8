import Evaluation
import Samples
import Testing

@testable import Tuning

/// The figures were made with the benchmark's own rules by another program.
@Suite struct NABSumsTests {
    private func count(rows: Int, _ windows: [ClosedRange<Int>], detections: [Int]) -> NABSums {
        NABSums(
            rows: (0..<rows).map { MadeHistory.time($0).milliseconds }, windows: MadeHistory.windows(windows),
            openings: detections.map { MadeHistory.opening($0, $0, nil) })
    }

    private func expect(_ sums: NABSums, standard: Double, lowFP: Double, lowFN: Double) throws {
        #expect(abs(try #require(sums.score(.standard)) - standard) < 0.006)
        #expect(abs(try #require(sums.score(.lowFalsePositives)) - lowFP) < 0.006)
        #expect(abs(try #require(sums.score(.lowFalseNegatives)) - lowFN) < 0.006)
    }

    @Test func agreesWithTheBenchmark() throws {
        var all = count(rows: 100, [20...30, 60...70], detections: [5, 16, 22, 25, 35, 61, 99])
        try expect(all, standard: 91.48, lowFP: 83.65, lowFN: 94.32)
        all += count(rows: 200, [], detections: [40, 150])
        all += count(rows: 40, [2...4, 20...24], detections: [3, 10, 30])
        try expect(all, standard: 52.74, lowFP: 43.33, lowFN: 60.16)
    }

    @Test func perfectIsAHundredAndSilenceNothing() {
        #expect(NABSums.perfect(windows: 3).score(.lowFalsePositives) == 100)
        #expect(count(rows: 100, [20...30], detections: [20]).score(.standard) == 100)
        #expect(count(rows: 100, [20...30], detections: []).score(.standard) == 0)
        #expect(count(rows: 100, [], detections: [50]).score(.standard) == nil)
    }

    @Test func theFirstRowsDoNotCount() {
        let sums = count(rows: 100, [3...6, 50...60], detections: [1, 4, 10])
        #expect((sums.hit, sums.scorable, sums.windows, sums.loss) == (0, 1, 2, 0))
    }

    @Test func windowsThatNoRowLiesInAreNotScorable() {
        let sums = count(rows: 100, [90...95, 200...210], detections: [90])
        #expect((sums.hit, sums.scorable, sums.windows) == (1, 1, 2))
    }

    @Test func timesThatComeTwiceAreRowsOfTheirOwn() {
        let times = (0..<100).flatMap { row in
            [Int64](repeating: MadeHistory.time(row).milliseconds, count: row == 50 ? 3 : 1)
        }
        let sums = NABSums(
            rows: times, windows: MadeHistory.windows([50...60]), openings: [MadeHistory.opening(50, 50, nil)])
        #expect(sums.gain == 1)
        #expect(sums.hit == 1)
    }

    @Test func aWindowOfOneRowDelaysNoBlame() {
        let sums = count(rows: 100, [50...50], detections: [50, 52])
        #expect(sums.gain == 1)
        #expect(sums.loss == -1)
    }
}
