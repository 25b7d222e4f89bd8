import Foundation
import UnixSignals

/// The wish that a long command should stop and tell what it has.
enum StopSignal {
    /// Waits for the first SIGINT or SIGTERM. The next one ends the process at once, as if nobody had listened.
    ///
    /// - Returns: false where the task was cancelled before.
    static func first() async -> Bool {
        for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) {
            for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
            return true
        }
        return false
    }
}
