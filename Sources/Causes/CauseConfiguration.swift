public import Samples

/// How suspects are looked for. Nothing in here is learned; it may change while running.
public struct CauseConfiguration: Equatable, Sendable {
    /// Labels that name who acts, for instance `service` or `process`; the first one that a series carries counts.
    public var serviceLabels: [String]
    /// How many suspects an anomaly carries at most.
    public var suspects: Int
    /// Length of the residual windows that are correlated, in intervals of the abnormal series; at least 8.
    public var window: Int
    /// Suspects with a lower score are not named, in 0 ... 1.
    public var minimumScore: Double
    /// Changes further back than this before the onset are not suspected.
    public var changeLookback: Duration
    /// What metrics are about.
    public var metrics: MetricBook
    /// How many moving series are remembered at most; beyond it those that moved longest ago are forgotten.
    public var trackLimit: Int

    /// The configuration; each part that is left out has its default.
    public init(
        serviceLabels: [String] = ["service", "process"], suspects: Int = 5, window: Int = 60,
        minimumScore: Double = 0.3, changeLookback: Duration = .seconds(900), metrics: MetricBook = MetricBook(),
        trackLimit: Int = 20_000
    ) {
        self.serviceLabels = serviceLabels
        self.suspects = suspects
        self.window = window
        self.minimumScore = minimumScore
        self.changeLookback = changeLookback
        self.metrics = metrics
        self.trackLimit = trackLimit
    }

    /// Who acts in a series: the value of the first of ``serviceLabels`` that it carries, or `nil`.
    public func service(of key: SeriesKey) -> String? { key.service(by: serviceLabels) }
}
