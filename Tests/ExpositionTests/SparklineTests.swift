import Testing

@testable import Exposition

@Suite struct SparklineTests {
    @Test func drawsTheHighestPointNearTheTop() {
        let drawing = Sparkline(values: [0, 105, 0]).drawing.text
        #expect(drawing.contains("<polyline points=\"0.0,44.0 120.0,2.1 240.0,44.0\"/>"))
    }

    @Test func liesOnTheGroundWhereNothingMoves() {
        #expect(Sparkline(values: [0, 0]).drawing.text.contains("points=\"0.0,44.0 240.0,44.0\""))
    }

    @Test(arguments: [[], [1.0]])
    func drawsNothingOfTooLittle(values: [Double]) {
        #expect(Sparkline(values: values).drawing.text.isEmpty)
    }

    @Test func survivesStrangeValues() {
        let drawing = Sparkline(values: [.nan, .infinity, -1, 1]).drawing.text
        #expect(drawing.contains("points=\"0.0,44.0 80.0,44.0 160.0,44.0 240.0,2.1\""))
    }
}
