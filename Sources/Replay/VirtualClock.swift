import Samples
import Stages
import Synchronization

/// The time that a replay has come to: that of the newest sample which was sent.
final class VirtualClock: Sendable {
    private let newest = Atomic<Int64>(0)

    /// For stages that ask what time it is.
    var wall: WallClock {
        WallClock { EventTime(milliseconds: self.newest.load(ordering: .relaxed)) }
    }

    /// Goes on to a later time.
    func advance(to time: Int64) {
        if time > newest.load(ordering: .relaxed) { newest.store(time, ordering: .relaxed) }
    }
}
