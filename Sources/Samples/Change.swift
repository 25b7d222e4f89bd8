/// Something that people or machines did on purpose: a deployment, a config change, a feature flag, a maintenance.
public struct Change: Equatable, Sendable {
    /// Chosen by the sender; sending the same id again replaces the change.
    public var id: String
    /// When it began.
    public var time: EventTime
    /// When its influence ends, or `nil` where the sender did not say.
    public var until: EventTime?
    /// The service that was changed, or `nil` for all of them.
    public var service: String?
    /// What was done, in words.
    public var what: String
    /// Which series it concerns: those that carry all of these labels.
    public var labels: Labels

    /// A change with all its parts.
    public init(
        id: String, time: EventTime, until: EventTime? = nil, service: String? = nil, what: String,
        labels: Labels = .none
    ) {
        self.id = id
        self.time = time
        self.until = until
        self.service = service
        self.what = what
        self.labels = labels
    }
}
