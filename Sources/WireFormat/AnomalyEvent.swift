public import Samples

/// An anomaly as it travels on the bus: with who says so and which service it concerns.
public struct AnomalyEvent: Equatable, Sendable {
    /// What is told.
    public var anomaly: Anomaly
    /// Who tells it: the CloudEvents source, for instance `andon/host-1`.
    public var source: String
    /// The service of the abnormal series; `nil` where none is known.
    public var service: String?

    /// An anomaly with its sender and its service.
    public init(anomaly: Anomaly, source: String, service: String?) {
        self.anomaly = anomaly
        self.source = source
        self.service = service
    }
}
