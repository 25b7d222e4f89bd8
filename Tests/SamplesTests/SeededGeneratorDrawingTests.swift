import Samples
import Testing

@testable import Samples

@Suite struct SeededGeneratorDrawingTests {
    @Test func anOrderHasEveryNumberOnce() {
        for count in [0, 1, 2, 50] {
            var generator = SeededGenerator(seed: 3)
            #expect(generator.order(of: count).sorted() == Array(0..<count))
        }
    }

    @Test func drawsStayWithinTheirBounds() {
        var generator = SeededGenerator(seed: 3)
        let indices = (0..<1000).map { _ in generator.index(below: 7) }
        #expect(Set(indices) == Set(0..<7))
        let shares = (0..<1000).map { _ in generator.share() }
        #expect(shares.allSatisfy { (0..<1).contains($0) })
        #expect(abs(shares.reduce(0, +) / 1000 - 0.5) < 0.05)
    }

    @Test func whatASeedDecidedStaysDecided() {
        var generator = SeededGenerator(seed: 1)
        #expect(generator.order(of: 8) == [0, 3, 7, 1, 2, 6, 5, 4])
    }
}
