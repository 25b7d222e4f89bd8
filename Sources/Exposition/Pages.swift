/// Where the door gets what it shows; whoever starts it fills this in.
///
/// Each closure is called for every request that needs it, several at once; none may wait for long.
package struct Pages: Sendable {
    /// Is the process well?
    package var health: @Sendable () async -> HealthReport
    /// May others rely on it already (and still)?
    package var ready: @Sendable () async -> Readiness
    /// What the page shows.
    package var overview: @Sendable () async -> Overview

    /// All three sources.
    package init(
        health: @escaping @Sendable () async -> HealthReport, ready: @escaping @Sendable () async -> Readiness,
        overview: @escaping @Sendable () async -> Overview
    ) {
        self.health = health
        self.ready = ready
        self.overview = overview
    }
}
