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

    /// `robust.h`: the running median and scale of one series, with one more sample in them.
    static func track(
        _ x: Float, _ w: Float, rate: Float, floored: (Float, Float) -> Float = Plain.floored, median: inout Float,
        scale: inout Float, count: inout Float
    ) {
        let (m, s, n) = (median, scale, count)
        count = min(n + w, Plain.countLimit)
        guard n > 0 else {
            (median, scale) = (x, floored(0, x))
            return
        }
        let e = clamped(x - m, 1e18)
        let part = (n < 8 ? 1 : 2) / max(n, w)
        let mean = s + (abs(e) - s) * (w * part)
        let growth = 1 + w * max(rate, part)
        let moved = abs(e) > 0.67448975 * s ? s * growth : s / growth
        let next = floored(n < 8 ? mean : moved, m)
        let step = w * max(rate, 1.2533141 / (n + 1)) * next
        median = settled(m + clamped(e, step))
        scale = min(next, 1e18)
    }

    static func write(
        _ ready: Bool, _ x: Float, _ expected: Float, _ scale: Float, _ index: Int, _ outputs: inout PassOutputs
    ) {
        outputs.expected[index] = ready ? expected : .nan
        outputs.scale[index] = ready ? scale : .nan
        outputs.residual[index] = ready && x.isFinite ? clamped((x - expected) / scale, 1e4) : .nan
    }
}
