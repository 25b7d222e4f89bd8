import Samples
import Testing

@Suite struct MovementTests {
    /// Stages of one build exchange the bytes as they lie in memory.
    @Test func hasNoPadding() {
        #expect(MemoryLayout<Movement>.size == 4 + 4 + 5 * 8 + 4 + 4)
        #expect(MemoryLayout<Movement>.stride == MemoryLayout<Movement>.size)
    }

    @Test func saysNewcomerAsOne() {
        let movement = Movement(
            series: 1, newcomer: true, step: 2, time: 3, value: 4, expected: 0, residual: 0, score: 0)
        #expect(movement.newcomer == 1)
    }
}
