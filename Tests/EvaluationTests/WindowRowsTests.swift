import Samples
import Testing

@testable import Evaluation

@Suite struct WindowRowsTests {
    private func rows(_ times: [Int64], _ windows: (Int64, Int64)...) -> [ClosedRange<Int>?] {
        let windows = windows.map {
            LabelWindow(start: EventTime(milliseconds: $0.0), end: EventTime(milliseconds: $0.1))
        }
        return WindowRows(of: windows, times: times).ranges
    }

    @Test func reachesFromTheRowOfItsStartToTheRowOfItsEnd() {
        #expect(rows([10, 20, 30, 40, 50], (20, 40)) == [1...3])
        #expect(rows([10, 20, 30, 40, 50], (10, 10), (20, 30), (50, 50)) == [0...0, 1...2, 4...4])
    }

    @Test func takesTheFirstOfEqualRowsAtEitherEnd() {
        #expect(rows([10, 20, 20, 30, 40, 40, 40, 50], (20, 40)) == [1...4])
        #expect(rows([10, 20, 20, 30], (20, 20)) == [1...1])
    }

    @Test func takesTheRowsInsideWhereNoneHasItsBounds() {
        #expect(rows([10, 20, 30, 30, 40], (15, 35)) == [1...3])
        #expect(rows([10, 20, 30], (0, 100)) == [0...2])
        #expect(rows([10, 20, 30], (25, 100)) == [2...2])
    }

    @Test func coversNothingWhereNoRowLiesInside() {
        #expect(rows([10, 20, 30], (11, 19), (20, 25), (31, 99)) == [nil, 1...1, nil])
        #expect(rows([], (1, 2)) == [nil])
        #expect(rows([10, 20]) == [])
    }

    @Test func aRowBelongsToTheEarlierOfTwoWindows() {
        #expect(rows([10, 20, 30, 40, 50], (10, 30), (30, 50)) == [0...2, 3...4])
        #expect(rows([10, 20, 30, 40, 50], (10, 40), (20, 30), (40, 50)) == [0...3, nil, 4...4])
    }

    @Test func timeMayStepBack() {
        // 30 comes first, as a straggler; the row of the start is the one at 20, that of the end the next one at 40.
        #expect(rows([30, 40, 10, 20, 30, 40, 50], (20, 40)) == [3...5])
        #expect(rows([10, 20, 5, 30, 15, 40], (20, 30)) == [1...3])
        #expect(rows([50, 40, 30], (30, 50)) == [2...2])
    }
}
