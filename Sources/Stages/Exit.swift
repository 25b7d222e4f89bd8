package import Messaging

/// One place where something leaves: anomalies, or samples that were taken.
package struct Exit: Sendable {
    /// Where.
    package var endpoint: Endpoint
    /// True to wait for subscribers there, false to go to a forwarder.
    package var binds: Bool

    /// One place.
    package init(_ endpoint: Endpoint, binds: Bool = true) {
        self.endpoint = endpoint
        self.binds = binds
    }
}
