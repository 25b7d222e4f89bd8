package import Samples

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Tells what time it is, for judging whether a sample's time can be true. Given to stages, so that tests and replays
/// choose their own.
package struct WallClock: Sendable {
    /// The present instant.
    package let now: @Sendable () -> EventTime

    /// A clock that asks `now`.
    package init(now: @escaping @Sendable () -> EventTime) {
        self.now = now
    }

    /// The machine's clock.
    package static let system = WallClock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return EventTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
