import Detection
import Foundation

extension SampleScores {
    /// True where both say the same of every sample: what became of it exactly, numbers to a millionth.
    func isSame(as other: SampleScores) -> Bool {
        outcomes == other.outcomes
            && [\SampleScores.scores, \.judged, \.expected, \.lower, \.upper].allSatisfy { column in
                Self.isSame(self[keyPath: column], other[keyPath: column])
            }
    }

    private static func isSame(_ a: [Float], _ b: [Float]) -> Bool {
        guard a.count == b.count else { return false }
        // Nearly always every bit is the same.
        if memcmp(a, b, a.count * MemoryLayout<Float>.stride) == 0 { return true }
        return zip(a, b).allSatisfy { ($0.isNaN && $1.isNaN) || abs($0 - $1) <= 1e-6 * max(1, abs($1)) }
    }
}
