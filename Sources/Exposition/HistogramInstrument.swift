import Metrics
import Synchronization

/// How often values fell between given edges, and their sum.
///
/// - Cost: a search along the edges, one atomic addition, one compare-and-swap for the sum.
final class HistogramInstrument: RecorderHandler, TimerHandler {
    /// At most 31 edges: the buckets lie inside the object, 256 bytes, so that none needs an allocation of its own.
    static let maximumEdges = 31

    /// The upper edge of each bucket but the last, ascending, in the unit of the metric.
    let edges: [Double]
    private let buckets: InlineArray<32, Atomic<UInt64>>
    private let sum = AtomicDouble()

    /// All buckets empty. `edges` as ``PrometheusRegistry/setBuckets(_:_:)`` checked them.
    init(edges: [Double]) {
        self.edges = edges
        buckets = InlineArray { _ in Atomic(0) }
    }

    /// Values per bucket (one bucket more than edges) and the sum of the finite values.
    ///
    /// The count is the sum over the buckets, so that a page read during a record still adds up.
    var reading: (buckets: [UInt64], sum: Double) {
        let counts = (0...edges.count).map { buckets[$0].load(ordering: .relaxed) }
        return (counts, sum.value)
    }

    /// Takes a whole value.
    func record(_ value: Int64) { record(Double(value)) }

    /// Takes a value. What is not a number counts in the last bucket, and never poisons the sum.
    func record(_ value: Double) {
        let bucket = edges.firstIndex { value <= $0 } ?? edges.count
        buckets[bucket].wrappingAdd(1, ordering: .relaxed)
        if value.isFinite { sum.add(value) }
    }

    /// Takes a time; the metric is in seconds. A negative one, from a clock set back, counts as none.
    func recordNanoseconds(_ duration: Int64) {
        record(Double(max(duration, 0)) / 1e9)
    }
}
