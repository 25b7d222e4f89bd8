/// What a registry keeps behind its lock.
struct Shelf: Sendable {
    /// What came of asking for an instrument.
    enum Outcome {
        case found(Instrument)
        /// The name is in use for something else.
        case clash
        case tooManyNames, tooManySeries
    }

    /// By name.
    var families: [String: MetricFamily] = [:]
    /// What a metric means, by name.
    var help: [String: String] = [:]
    /// Edges of buckets, by name, where they are not the default.
    var edges: [String: [Double]] = [:]
    /// To be called before a page is written.
    var collectors: [@Sendable () -> Void] = []
    /// Which metric writes a sample name.
    private var writers: [String: String] = [:]

    /// The series with this name and these labels, made at zero if there is none.
    mutating func instrument(_ kind: MetricKind, _ name: String, _ labels: String, limit: Int) -> Outcome {
        if let family = families[name] {
            guard family.kind == kind else { return .clash }
        } else {
            guard families.count < PrometheusRegistry.maximumNames else { return .tooManyNames }
            let edges = kind == .histogram ? edges[name] ?? PrometheusRegistry.defaultEdges : []
            guard add(MetricFamily(name: name, kind: kind, edges: edges)) else { return .clash }
        }
        return families[name]?.instrument(labels: labels, limit: limit).map { .found($0) } ?? .tooManySeries
    }

    /// Takes in a counter that the registry made for itself.
    mutating func adopt(_ name: String, _ counter: CounterInstrument) {
        let added = add(MetricFamily(name: name, counter: counter))
        precondition(added, "The registry's own names differ")
    }

    /// Takes the metric in, unless another one writes one of its samples already.
    private mutating func add(_ family: MetricFamily) -> Bool {
        let samples = family.kind.sampleNames(of: family.name)
        guard samples.allSatisfy({ writers[$0] == nil }) else { return false }
        for sample in samples { writers[sample] = family.name }
        families[family.name] = family
        return true
    }
}
