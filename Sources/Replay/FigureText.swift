import Evaluation
import Samples

/// Figures in the words of a report.
enum FigureText {
    /// What a figure is called.
    static func name(_ figure: EvaluationFigure) -> String {
        switch figure {
        case .anomalies: "Anomalies"
        case .anomaliesPerDay: "Anomalies a day"
        case .anomaliesPerSeriesDay: "Anomalies per series and day"
        case .trueAnomalies: "True anomalies"
        case .falseAnomalies: "False alarms"
        case .windows: "Labelled windows"
        case .foundWindows: "Windows found"
        case .precision: "Precision"
        case .recall: "Recall"
        case .f1: "F1"
        case .falseAlarmsPerSeriesDay: "False alarms per series and day"
        case .falseAlarmShare: "Share of false alarms"
        case .medianDelay: "Detection delay, median"
        case .p90Delay: "Detection delay, 90th percentile"
        case .nabBest(let profile): "NAB \(name(profile)), best single threshold"
        case .nabDecisions(let profile): "NAB \(name(profile)), as decided"
        case .delayLimitedF1: "F1 by rows, delay at most \(DelayLimitedScore.usualDelay) rows"
        }
    }

    /// How an anomaly ended.
    static func name(_ reason: Anomaly.CloseReason) -> String {
        switch reason {
        case .recovered: "recovered"
        case .levelShift: "became the new level"
        case .silent: "went silent"
        }
    }

    /// What it means, where the name does not say it.
    static func hint(_ figure: EvaluationFigure) -> String? {
        switch figure {
        case .precision: "the share of anomalies that opened inside a window"
        case .recall: "the share of windows inside which an anomaly opened"
        case .f1: "by anomalies and windows, nothing adjusted"
        case .medianDelay, .p90Delay: "from the start of a found window to the anomaly"
        case .nabBest: "the threshold is fitted to these rows; 100 is perfect, 0 is silence"
        case .nabDecisions: "what a user gets; 100 is perfect, 0 is silence"
        case .delayLimitedF1: "for comparison with published numbers only"
        default: nil
        }
    }

    /// A value of a figure with its unit.
    static func value(_ value: Double, of figure: EvaluationFigure) -> String {
        switch figure {
        case .anomalies, .trueAnomalies, .falseAnomalies, .windows, .foundWindows: value.fixed(0)
        case .precision, .recall, .f1, .falseAlarmShare, .delayLimitedF1: value.fixed(3)
        case .medianDelay, .p90Delay: duration(value)
        case .nabBest, .nabDecisions: value.fixed(2)
        default: value.fixed(4)
        }
    }

    /// The same with a sign.
    static func difference(_ value: Double, of figure: EvaluationFigure) -> String {
        (value > 0 ? "+" : value < 0 ? "-" : "±") + Self.value(abs(value), of: figure)
    }

    /// From one end to the other.
    static func interval(_ interval: Interval, of figure: EvaluationFigure, isDifference: Bool = false) -> String {
        let ends = [interval.lower, interval.upper].map { end in
            isDifference ? difference(end, of: figure) : value(end, of: figure)
        }
        return ends.joined(separator: " … ")
    }

    private static func name(_ profile: NABProfile) -> String {
        switch profile {
        case .standard: "standard"
        case .lowFalsePositives: "low false positives"
        case .lowFalseNegatives: "low false negatives"
        }
    }

    private static func duration(_ seconds: Double) -> String {
        switch abs(seconds) {
        case ..<120: "\(seconds.fixed(0)) s"
        case ..<7200: "\((seconds / 60).fixed(1)) min"
        case ..<172_800: "\((seconds / 3600).fixed(1)) h"
        default: "\((seconds / 86_400).fixed(1)) d"
        }
    }
}
