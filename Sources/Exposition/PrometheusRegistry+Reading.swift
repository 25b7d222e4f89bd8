import Synchronization

/// Reading single numbers back, for the page that the daemon shows of itself.
extension PrometheusRegistry {
    /// The value of one counter or gauge; `nil` where there is none of that name with just these labels.
    package func value(_ name: String, _ labels: [(String, String)]) -> Double? {
        instruments(name)[PrometheusGrammar.labels(labels)]?.value
    }

    /// The sum over all counters and gauges of a name that carry these labels, whatever others they carry.
    package func sum(_ name: String, _ labels: [(String, String)]) -> Double {
        let wanted = labels.map { PrometheusGrammar.labels([$0]) }
        return instruments(name).reduce(0) { sum, series in
            wanted.allSatisfy { series.key.contains($0) } ? sum + (series.value.value ?? 0) : sum
        }
    }

    /// Quantiles of one histogram, each the upper edge of the bucket that it falls into; `nil` without an observation.
    ///
    /// - Parameter shares: which quantiles, in 0 ... 1.
    package func quantiles(_ name: String, _ labels: [(String, String)], _ shares: [Double]) -> [Double?] {
        guard let histogram = instruments(name)[PrometheusGrammar.labels(labels)]?.histogram else {
            return shares.map { _ in nil }
        }
        let counts = histogram.reading.buckets
        let total = counts.reduce(0, +)
        return shares.map { share in
            guard total > 0, let last = histogram.edges.last else { return nil }
            var below: UInt64 = 0
            for (count, edge) in zip(counts, histogram.edges) {
                below += count
                if Double(below) >= share * Double(total) { return edge }
            }
            return last
        }
    }

    private func instruments(_ name: String) -> [String: Instrument] {
        shelf.withLock { $0.families[name]?.series } ?? [:]
    }
}

extension Instrument {
    /// What a counter or gauge stands at; `nil` for a histogram.
    fileprivate var value: Double? {
        switch self {
        case .counter(let counter): counter.total
        case .gauge(let gauge): gauge.value
        case .histogram: nil
        }
    }
}
