import Baselines

/// The same arithmetic as a fused kernel, as one would write it in Swift: what the C is compared with.
protocol PlainLoop {
    mutating func scoreAndLearn(_ inputs: PassInputs, into outputs: inout PassOutputs)
}

/// What the plain loops share; the limits are those of ``Workload/shape``.
enum Plain {
    static let warmUp: Float = 2
    static let countLimit: Float = 1_048_576

    static func floored(_ scale: Float, _ expected: Float) -> Float { max(scale, max(1e-6, 0.001 * abs(expected))) }
    static func clamped(_ x: Float, _ limit: Float) -> Float { x > limit ? limit : x < -limit ? -limit : x }
    static func settled(_ x: Float) -> Float { abs(x) < 1e-30 ? 0 : x }

    static func write(
        _ ready: Bool, _ x: Float, _ expected: Float, _ scale: Float, _ index: Int, _ outputs: inout PassOutputs
    ) {
        outputs.expected[index] = ready ? expected : .nan
        outputs.scale[index] = ready ? scale : .nan
        outputs.residual[index] = ready && x.isFinite ? clamped((x - expected) / scale, 1e4) : .nan
    }
}
