/// How much is allowed for after a change that was announced.
public struct ChangeTolerance: Equatable, Sendable {
    /// How long a change is allowed for that does not say when it ends; zero allows for none, whatever it says.
    public var lease: Duration
    /// Powers of ten by which an anomaly must be rarer in the lease of a change to be told, at least 0.
    public var raise: Double
    /// Labels that name the service of a series; the first one that it carries counts.
    public var serviceLabels: [String]

    /// What is allowed for; each part that is left out has its default.
    public init(
        lease: Duration = .seconds(600), raise: Double = 3, serviceLabels: [String] = ["service", "process"]
    ) {
        self.lease = lease
        self.raise = raise
        self.serviceLabels = serviceLabels
    }
}
