/// What may have caused an anomaly, with the evidence for it.
public struct Suspect: Equatable, Sendable {
    /// The service (or process) that is suspected, or `nil` where the series names none.
    public var service: String?
    /// The series that speaks against it most, or `nil` for a change.
    public var series: SeriesKey?
    /// The id of the suspected change, or `nil` for a series.
    public var change: String?
    /// How much speaks for it, in 0 ... 1; higher is more suspect.
    public var score: Double
    /// Each reason with its own number, the strongest first.
    public var evidence: [Evidence]

    /// A suspect with all its parts.
    public init(
        service: String? = nil, series: SeriesKey? = nil, change: String? = nil, score: Double, evidence: [Evidence]
    ) {
        self.service = service
        self.series = series
        self.change = change
        self.score = score
        self.evidence = evidence
    }
}
