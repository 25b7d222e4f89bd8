import Testing

@testable import Reports

@Suite struct SeriesChartRunsTests {
    private func runs(_ times: [Int64]) -> [[Int]] {
        var chart = SeriesChart(limit: 1200)
        for time in times { chart.add(time: time, value: 1, expected: nil, lower: nil, upper: nil) }
        return chart.runs(step: chart.widestStep, where: \.isFilled)
    }

    @Test func joinsWhatIsRegular() {
        #expect(runs([]) == [])
        #expect(runs([5]) == [[0]])
        #expect(runs([5, 900]) == [[0, 895]])
        #expect(runs(Array(stride(from: 0, to: 1000, by: 100))) == [Array(stride(from: 0, to: 1000, by: 100))])
    }

    @Test func breaksAtGaps() {
        #expect(runs([0, 10, 20, 30, 400, 410, 420]) == [[0, 10, 20, 30], [400, 410, 420]])
        #expect(runs([0, 10, 20, 50, 60]).count == 1, "Two missing samples are no gap.")
    }

    @Test func joinsWhatIsIrregular() {
        #expect(runs([0, 1, 3, 30, 31, 60, 64, 100, 101, 140, 180]).count == 1)
    }
}
