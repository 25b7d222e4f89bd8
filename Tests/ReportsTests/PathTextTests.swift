import Testing

@testable import Reports

@Suite struct PathTextTests {
    private func text(_ points: [(Int, Int)]) -> String {
        var path = PathText()
        for (index, point) in points.enumerated() {
            if index == 0 { path.move(toX: point.0, y: point.1) } else { path.line(toX: point.0, y: point.1) }
        }
        return path.text
    }

    @Test func writesShortSteps() {
        #expect(text([(0, 10), (1, 10), (2, 10), (3, 5), (4, 7)]) == "M0 10l2 0 1-5 1 2")
        #expect(text([(3, -4), (2, -4), (1, -6)]) == "M3-4l-1 0-1-2")
    }

    @Test func drawsADotForASinglePoint() {
        #expect(text([(5, 6)]) == "M5 6l0 0")
        #expect(text([(5, 6), (5, 6)]) == "M5 6l0 0")
        #expect(text([]) == "")
    }

    @Test func turnsBackOnALevelStretch() {
        #expect(text([(0, 1), (2, 1), (1, 1)]) == "M0 1l2 0-1 0")
    }

    @Test func hasPiecesAndAreas() {
        var path = PathText()
        path.move(toX: 0, y: 0)
        path.line(toX: 1, y: 0)
        path.line(toX: 1, y: 3)
        path.close()
        path.move(toX: 9, y: 9)
        path.move(toX: 12, y: 1)
        path.line(toX: 13, y: 1)
        #expect(path.text == "M0 0l1 0 0 3zM9 9l0 0M12 1l1 0")
    }
}
