import LinearAlgebra

/// One series and the kernel that follows it.
struct Lane<Kernel: LaneKernel> {
    let kernel: Kernel
    var state: Matrix

    init(_ kernel: Kernel) {
        self.init(kernel, Matrix(rows: Kernel.stateRows, columns: 1))
    }

    init(_ kernel: Kernel, _ state: Matrix) {
        self.kernel = kernel
        self.state = state
    }

    mutating func learn(_ value: Float, weight: Float = 1) {
        kernel.learn(0..<1, values: [value], weights: [weight], state: &state)
    }

    func score(_ value: Float) -> (expected: Float, scale: Float, residual: Float) {
        var (expected, scale, residual): ([Float], [Float], [Float]) = ([0], [0], [0])
        kernel.score(0..<1, values: [value], state: state, expected: &expected, scale: &scale, residual: &residual)
        return (expected[0], scale[0], residual[0])
    }
}
