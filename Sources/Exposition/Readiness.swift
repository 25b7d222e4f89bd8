/// Whether others may rely on this process now.
package struct Readiness: Codable, Equatable, Sendable {
    /// True when it does its duty.
    package var ready: Bool
    /// A sentence.
    package var reason: String

    /// Ready or not, and why.
    package init(ready: Bool, reason: String) {
        self.ready = ready
        self.reason = reason
    }
}
