/// What the anomalies of the labelled files are worth, each counted once, however long it lasted.
///
/// A window is found when an anomaly opens inside it; an anomaly that opens outside every window of its file is false,
/// also when it lasts into one. Samples are not counted, so nothing is adjusted: one lucky sample does not make a long
/// window right. Several anomalies in one window are all true and find it once. Files without labels do not count; in a
/// file whose list of windows is empty everything is false.
package struct EventScore: Equatable, Sendable {
    /// Labelled windows.
    package private(set) var windows = 0
    /// Anomalies.
    package private(set) var anomalies = 0
    /// Anomalies that opened inside a window.
    package private(set) var trueAnomalies = 0
    /// The days that each series was watched, added up.
    package private(set) var seriesDays = 0.0
    /// How long after its start each found window was found, in seconds, ascending.
    package private(set) var delays: [Double] = []

    /// Sums up, each as often as it says; windows of one are not those of another.
    package init(_ counts: some Sequence<(counts: EventCounts, times: Int)>) {
        for (counts, times) in counts where times > 0 {
            windows += counts.windows * times
            anomalies += counts.anomalies * times
            trueAnomalies += counts.trueAnomalies * times
            seriesDays += counts.days * Double(times)
            for case let delay? in counts.earliest { delays += repeatElement(delay, count: times) }
        }
        delays.sort()
    }

    /// Counts the labelled ones of some files.
    package init(files: [FileHistory]) {
        self = EventUnits(files: files).score
    }

    /// Windows inside which an anomaly opened.
    package var foundWindows: Int { delays.count }

    /// Anomalies that opened outside every window.
    package var falseAnomalies: Int { anomalies - trueAnomalies }

    /// The share of anomalies that are true; `nil` without anomalies.
    package var precision: Double? { share(trueAnomalies, of: anomalies) }

    /// The share of windows that were found; `nil` without windows.
    package var recall: Double? { share(foundWindows, of: windows) }

    /// The harmonic mean of precision and recall; `nil` without windows.
    ///
    /// 0 where nothing was found, also where nothing was said at all: silence is no way around the figure.
    package var f1: Double? {
        guard let recall else { return nil }
        guard let precision, precision + recall > 0 else { return 0 }
        return 2 * precision * recall / (precision + recall)
    }

    /// False anomalies of one series in a day; `nil` where no time passed.
    package var falseAlarmsPerSeriesDay: Double? { seriesDays > 0 ? Double(falseAnomalies) / seriesDays : nil }

    /// The share of anomalies that are false; `nil` without anomalies.
    package var falseAlarmShare: Double? { share(falseAnomalies, of: anomalies) }

    /// Seconds from the start of a found window to the first anomaly in it, the middle one; `nil` where none was found.
    package var medianDelay: Double? { Quantile.value(at: 0.5, of: delays) }

    /// The same of nine windows in ten.
    package var p90Delay: Double? { Quantile.value(at: 0.9, of: delays) }

    /// Everything that does not grow with the number of files; undefined ones are left out.
    var rates: [EvaluationFigure: Double] {
        let rates: [EvaluationFigure: Double?] = [
            .precision: precision, .recall: recall, .f1: f1, .falseAlarmsPerSeriesDay: falseAlarmsPerSeriesDay,
            .falseAlarmShare: falseAlarmShare, .medianDelay: medianDelay, .p90Delay: p90Delay,
        ]
        return rates.compactMapValues { $0 }
    }

    /// The counts.
    var counts: [EvaluationFigure: Double] {
        [
            .trueAnomalies: Double(trueAnomalies), .falseAnomalies: Double(falseAnomalies),
            .windows: Double(windows), .foundWindows: Double(foundWindows),
        ]
    }

    private func share(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
