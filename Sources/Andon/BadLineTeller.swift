import Recordings
import Synchronization

/// Says which lines are bad, as many as one wants to read, and counts them all.
final class BadLineTeller: Sendable {
    private static let shown = 10
    private let told = Atomic<Int>(0)

    /// How many there were.
    var count: Int { told.load(ordering: .relaxed) }

    func tell(_ line: BadLine) {
        let count = told.add(1, ordering: .relaxed).newValue
        if count <= Self.shown { Standard.error("\(line)") }
        if count == Self.shown { Standard.error("Further bad lines are only counted") }
    }
}
