import Baselines

/// The open pass as those baselines see it that are not shown the samples as they are.
///
/// Nothing is kept, and nothing costs anything, where there is no such baseline.
struct SubjectViews: Sendable {
    private var views: [Subject: PassInputs] = [:]
    /// By place: the sample before, for steps; NaN before the first.
    private var last: [Float] = []

    init(of baselines: [any Baseline], capacity: Int) {
        for baseline in baselines where type(of: baseline).subject != .sample {
            views[type(of: baseline).subject] = PassInputs(capacity: capacity)
        }
        if views[.step] != nil { last = [Float](repeating: .nan, count: capacity) }
    }

    /// True where every baseline is shown the samples.
    var isEmpty: Bool { views.isEmpty }

    /// Bytes that each series takes.
    var bytesPerSeries: Int { last.isEmpty ? 0 : MemoryLayout<Float>.stride }

    /// What a subject shows of the pass.
    subscript(subject: Subject) -> PassInputs? { views[subject] }

    /// Shows the samples of a pass, which the baselines that are shown the samples themselves have scored.
    ///
    /// - Parameter gates: by baseline, by place: whether a series has the season that it knows; empty for one that knows none.
    mutating func show(_ subject: Subject, of pass: OpenPass, gates: [[SeasonGate]]) {
        guard var view = views.removeValue(forKey: subject) else { return }
        let (inputs, places) = (pass.inputs, pass.present)
        view.clear()
        view.place = inputs.place
        for place in places {
            let value = inputs.values[place]
            let shown: Float =
                switch subject {
                case .sample: value
                case .logarithm: value > 0 ? Power.logarithm(value) : .nan
                case .step: value - last[place]
                case .remainder: value - Self.seasonal(place, pass.outputs, gates)
                }
            view.set(
                place, value: shown, weight: inputs.weights[place], phase: inputs.phases[place],
                interval: inputs.intervals[place])
        }
        views[subject] = view
    }

    /// What the season expects that explains most of a series; NaN where it is not known to have one.
    private static func seasonal(_ place: Int, _ outputs: [PassOutputs], _ gates: [[SeasonGate]]) -> Float {
        var (best, most) = (Float.nan, Float(0))
        for stream in gates.indices where !gates[stream].isEmpty {
            let expected = outputs[stream].expected[place]
            guard !expected.isNaN, let strength = gates[stream][place].strength, strength > most else { continue }
            (best, most) = (expected, strength)
        }
        return best
    }

    /// Says what a baseline expected of its subject in the unit of the series.
    func restore(_ subject: Subject, of inputs: PassInputs, at places: [Int], _ outputs: inout PassOutputs) {
        guard let view = views[subject] else { return }
        for place in places {
            switch subject {
            case .sample: break
            case .logarithm:
                outputs.expected[place] = Power.exponential(min(outputs.expected[place], 80))
                outputs.scale[place] *= outputs.expected[place]
            case .step, .remainder: outputs.expected[place] += inputs.values[place] - view.values[place]
            }
        }
    }

    /// Takes over how much each sample teaches, once that is known, and the samples as those before the next.
    mutating func judged(_ inputs: PassInputs, at places: [Int]) {
        for subject in views.keys {
            for place in places { views[subject]?.weights[place] = inputs.weights[place] }
        }
        if !last.isEmpty { for place in places { last[place] = inputs.values[place] } }
    }

    /// Forgets the sample before.
    mutating func forget(_ place: Int) {
        if !last.isEmpty { last[place] = .nan }
    }

    /// A level of the series on the scale of a subject; `nil` where there is none.
    static func level(_ level: Double, spread: Double, of subject: Subject) -> (level: Float, spread: Float)? {
        switch subject {
        case .sample: (Float(level), Float(spread))
        case .logarithm: level > 0 ? (Power.logarithm(Float(level)), Float(spread / level)) : nil
        case .step, .remainder: (0, Float(spread))
        }
    }
}
