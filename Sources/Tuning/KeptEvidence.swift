import Evaluation
import Samples

/// How much of what a most sensitive reference raised a policy raised too, each stretch as heavy as its peak score.
struct KeptEvidence: Equatable, Sendable {
    private(set) var kept = 0.0
    private(set) var total = 0.0

    /// No evidence yet.
    init() {}

    /// Sums that are known.
    init(kept: Double, total: Double) {
        (self.kept, self.total) = (kept, total)
    }

    /// Compares the openings of one series with those of the reference, both in the order of time.
    ///
    /// A stretch is kept where an anomaly was in the making or opened inside it; one that has been open since before
    /// tells nobody anything.
    init(of openings: [AnomalySpan], in reference: [AnomalySpan]) {
        var next = openings.startIndex
        for stretch in reference {
            total += stretch.peakScore
            while next < openings.endIndex, openings[next].opened < stretch.onset { next += 1 }
            guard next < openings.endIndex else { continue }
            if stretch.closed.map({ openings[next].onset <= $0 }) ?? true { kept += stretch.peakScore }
        }
    }

    /// In 0 ... 1; `nil` where there is no evidence.
    var share: Double? { total > 0 ? kept / total : nil }

    static func += (sums: inout KeptEvidence, other: KeptEvidence) {
        sums.kept += other.kept
        sums.total += other.total
    }
}
