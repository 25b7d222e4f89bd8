import Replay
import Synchronization

/// Keeps what a replay remarks about its inputs.
final class Remarks: Sendable {
    private let told = Mutex<[String]>([])

    var all: [String] { told.withLock { $0 } }

    @Sendable func take(_ notice: ReplayNotice) {
        if case .remark(let sentence) = notice { told.withLock { $0.append(sentence) } }
    }
}
