import LinearAlgebra
import Testing

@Suite struct RobustKernelTests {
    private let kernel = RobustKernel(
        rate: 0.02, limits: KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0, warmUp: 2))

    @Test func theScaleOfAnEndlessJumpStaysFinite() {
        var state = Matrix(rows: RobustKernel.stateRows, columns: 1)
        for step in 0..<20_000 {
            let value = Float.greatestFiniteMagnitude * (step.isMultiple(of: 2) ? 1 : -1)
            kernel.learn(0..<1, values: [value], weights: [1], state: &state)
        }
        #expect(state.elements.allSatisfy { $0.isFinite })
    }

    @Test func rebaseDoublesTheScaleOrTakesTheSpread() {
        var state = Matrix(rows: 3, columns: 2, elements: [1, 1, 4, 4, 9, 9])
        kernel.rebase(0, to: 50, spread: 1, state: &state)
        kernel.rebase(1, to: 60, spread: 20, state: &state)
        #expect(state.elements == [50, 60, 8, 20, 9, 9])
    }
}
