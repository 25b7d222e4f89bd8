import LinearAlgebra
import Testing

@Suite struct EWMAKernelTests {
    private let limits = KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0.001, warmUp: 3)

    /// One series in plain Swift arithmetic, which never fuses a product and a sum.
    private struct Plain {
        var (mean, variance, count): (Float, Float, Float) = (0, 0, 0)

        mutating func learn(_ x: Float, alpha: Float) {
            let scale = max(variance.squareRoot(), max(1e-6, 0.001 * abs(mean)))
            var e = x - mean
            if count >= 3 { e = min(max(e, -4 * scale), 4 * scale) }
            let gain = max(alpha, 1 / (count + 1))
            let step = gain * e
            mean += step
            variance = (1 - gain) * (variance + e * step)
            count += 1
        }
    }

    @Test func keepsEveryBitOfPlainArithmetic() {
        let kernel = EWMAKernel(alpha: 0.05, limits: limits)
        var state = Matrix(rows: EWMAKernel.stateRows, columns: 37)
        var plain = [Plain](repeating: Plain(), count: 37)
        let weights = [Float](repeating: 1, count: 37)
        var seed: UInt32 = 1
        for _ in 0..<300 {
            let values = (0..<37).map { lane in
                seed = seed &* 1_664_525 &+ 1_013_904_223
                return Float(lane) + Float(seed >> 8) / 1_000_003
            }
            kernel.learn(0..<37, values: values, weights: weights, state: &state)
            for lane in 0..<37 { plain[lane].learn(values[lane], alpha: 0.05) }
        }
        for lane in 0..<37 {
            #expect(state[0, lane] == plain[lane].mean)
            #expect(state[1, lane] == plain[lane].variance)
            #expect(state[2, lane] == 300)
        }
    }

    @Test func nothingDecaysIntoDenormalNumbers() {
        let kernel = EWMAKernel(alpha: 0.5, limits: limits)
        var state = Matrix(rows: EWMAKernel.stateRows, columns: 1)
        kernel.learn(0..<1, values: [1], weights: [1], state: &state)
        for _ in 0..<2_000 { kernel.learn(0..<1, values: [0], weights: [1], state: &state) }
        #expect(state[0, 0] == 0)
        #expect(state[1, 0] == 0)
    }

    @Test func refusesColumnsThatEndBeforeTheRange() async {
        await #expect(processExitsWith: .failure) {
            let limits = KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0, warmUp: 1)
            var state = Matrix(rows: 3, columns: 4)
            EWMAKernel(alpha: 0.1, limits: limits).learn(
                0..<4, values: [1, 2, 3], weights: [1, 1, 1, 1], state: &state)
        }
        await #expect(processExitsWith: .failure) {
            let limits = KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0, warmUp: 1)
            var state = Matrix(rows: 3, columns: 2)
            let four: [Float] = [1, 2, 3, 4]
            EWMAKernel(alpha: 0.1, limits: limits).learn(0..<4, values: four, weights: four, state: &state)
        }
    }
}
