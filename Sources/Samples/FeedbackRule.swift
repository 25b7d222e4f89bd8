/// What feedback became: anomalies that are not told any more, with whoever wanted it so, and until when.
public struct FeedbackRule: Equatable, Sendable {
    /// That of the feedback.
    public var id: String
    /// `false` or `expected`.
    public var verdict: FeedbackVerdict
    /// The series it speaks of.
    public var scope: SeriesScope
    /// Of what it keeps quiet: silences alone, or where it is `nil` deviations, and silences where it covers any deviation.
    public var kind: Anomaly.Kind?
    /// Deviations that it covers: no larger, and in no other direction. Of silences any.
    public var covered: Departure
    /// When it holds, by the clock of the zone; `nil` for always.
    public var hours: CivilHours?
    /// Who wanted it so.
    public var author: String
    /// When it was wanted.
    public var created: EventTime
    /// From then on it holds no more.
    public var expiry: EventTime
    /// The anomaly that was judged; `nil` where a series was.
    public var anomaly: String?
    /// Why, for people.
    public var note: String?
    /// Series of the scope that it does not speak of any more, since an anomaly of theirs was said to be true.
    public var exceptions: [SeriesKey] = []

    /// A rule with all its parts.
    public init(
        id: String, verdict: FeedbackVerdict, scope: SeriesScope, kind: Anomaly.Kind? = nil, covered: Departure,
        hours: CivilHours? = nil,
        author: String, created: EventTime, expiry: EventTime, anomaly: String? = nil, note: String? = nil,
        exceptions: [SeriesKey] = []
    ) {
        self.id = id
        self.verdict = verdict
        self.scope = scope
        self.kind = kind
        self.covered = covered
        self.hours = hours
        self.author = author
        self.created = created
        self.expiry = expiry
        self.anomaly = anomaly
        self.note = note
        self.exceptions = exceptions
    }

    /// True where an anomaly of the series that goes so far at this time is not to be told; `nil` stands for its silence.
    public func covers(_ series: SeriesKey, _ departure: Departure?, at time: EventTime, by clock: CivilClock) -> Bool {
        let covers = departure.map { kind != .silence && covered.covers($0) } ?? (covered == .any)
        return covers && time < expiry && (hours?.contains(time, by: clock) ?? true)
            && scope.contains(series) && !exceptions.contains(series)
    }
}
