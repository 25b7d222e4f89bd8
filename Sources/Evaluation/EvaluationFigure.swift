/// Each single number that a replay is summed up in, in the order in which a table shows them.
package enum EvaluationFigure: Hashable, Sendable, CaseIterable {
    /// How many anomalies there were, labelled files or not.
    case anomalies
    /// Anomalies of all series together in a day.
    case anomaliesPerDay
    /// Anomalies of one series in a day.
    case anomaliesPerSeriesDay
    /// Anomalies of labelled files that opened inside a window.
    case trueAnomalies
    /// Anomalies of labelled files that opened outside every window.
    case falseAnomalies
    /// Labelled windows.
    case windows
    /// Labelled windows inside which an anomaly opened.
    case foundWindows
    /// The share of anomalies that are true.
    case precision
    /// The share of windows that were found.
    case recall
    /// The harmonic mean of precision and recall.
    case f1
    /// False anomalies of one series in a day.
    case falseAlarmsPerSeriesDay
    /// The share of anomalies that are false.
    case falseAlarmShare
    /// Half of the found windows were found no later than this; seconds behind their start.
    case medianDelay
    /// Nine of ten found windows were found no later than this; seconds behind their start.
    case p90Delay
    /// The score of the Numenta benchmark under the one threshold that suits all files best.
    case nabBest(NABProfile)
    /// The score of the Numenta benchmark for the rows at which an anomaly opened.
    case nabDecisions(NABProfile)
    /// See ``DelayLimitedScore``; not to be put at the head of a report.
    case delayLimitedF1

    /// All of them.
    package static let allCases: [EvaluationFigure] =
        [
            .anomalies, .anomaliesPerDay, .anomaliesPerSeriesDay, .trueAnomalies, .falseAnomalies, .windows,
            .foundWindows, .precision, .recall, .f1, .falseAlarmsPerSeriesDay, .falseAlarmShare, .medianDelay,
            .p90Delay,
        ] + NABProfile.allCases.map(Self.nabBest) + NABProfile.allCases.map(Self.nabDecisions) + [.delayLimitedF1]

    /// The same for ever: a key for machines, with the unit where there is one.
    package var name: String {
        switch self {
        case .anomalies: "anomalies"
        case .anomaliesPerDay: "anomalies_per_day"
        case .anomaliesPerSeriesDay: "anomalies_per_series_day"
        case .trueAnomalies: "true_anomalies"
        case .falseAnomalies: "false_anomalies"
        case .windows: "windows"
        case .foundWindows: "found_windows"
        case .precision: "precision"
        case .recall: "recall"
        case .f1: "f1"
        case .falseAlarmsPerSeriesDay: "false_alarms_per_series_day"
        case .falseAlarmShare: "false_alarm_share"
        case .medianDelay: "median_delay_seconds"
        case .p90Delay: "p90_delay_seconds"
        case .nabBest(let profile): "nab_\(profile.rawValue)_best"
        case .nabDecisions(let profile): "nab_\(profile.rawValue)_decisions"
        case .delayLimitedF1: "delay_limited_f1"
        }
    }
}
