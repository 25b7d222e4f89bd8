import Recordings
import Synchronization

/// Says which lines are bad, as many as one wants to read.
final class BadLineTeller: Sendable {
    private let shown: Int
    private let told = Atomic<Int>(0)

    init(shown: Int) {
        self.shown = shown
    }

    func tell(_ line: BadLine) {
        let count = told.add(1, ordering: .relaxed).newValue
        if count <= shown { Standard.error("\(line)") }
        if count == shown { Standard.error("Further bad lines are only counted") }
    }
}
