public import Samples

/// What a detector works by: the shape of what it learns, and the policy that turns residuals into decisions.
public struct DetectorConfiguration: Equatable, Sendable {
    /// What is learned; a change of it makes series start again.
    public var shape: ModelShape
    /// The zone whose days and hours seasons are keyed by; a change of it makes seasons start again.
    public var clock: CivilClock
    /// When residuals become alarms; a change of it loses nothing that was learned.
    public var policies: PolicyBook
    /// What an announced change does; a change of it loses nothing that was learned.
    public var changes: ChangeTolerance
    /// Names the settings that these values come from; every anomaly carries it.
    public var version: String

    /// All parts of a configuration.
    public init(
        shape: ModelShape = ModelShape(), clock: CivilClock = .utc, policies: PolicyBook = PolicyBook(),
        changes: ChangeTolerance = ChangeTolerance(), version: String = ""
    ) {
        self.shape = shape
        self.clock = clock
        self.policies = policies
        self.changes = changes
        self.version = version
    }

    /// Names the set of detectors in anomaly ids, so that another set raises anomalies of its own.
    var detectorSet: String { shape.baselines.keys.sorted().joined(separator: "+") + "/2" }
}
