import Detection
import Evaluation
import Foundation
import Recordings
import Replay
import Reports
import Samples

/// A replay as one JSON document, for programs. Keys stay as they are; new ones may come.
struct ReplayDocument: Encodable {
    /// A number, and between what it lies.
    struct Figure: Encodable {
        var value: Double
        var lower: Double?
        var upper: Double?
    }

    /// What was read of one file.
    struct Input: Encodable {
        var file: String
        var format: String?
        var samples: Int
        /// By name, such as `duplicates`; all of them, also those that did not occur.
        var oddities: [String: Oddity]
    }

    /// How often something odd occurred, and in which line first.
    struct Oddity: Encodable {
        var count: Int
        var firstLine: Int?
    }

    /// One anomaly.
    struct Anomaly: Encodable {
        var id: String
        /// What is abnormal: `value`, `rate` or `silence`.
        var kind: String
        var file: String
        var series: String
        var onset: String
        var opened: String
        var closed: String?
        var closeReason: String?
        var severity: String
        var peakScore: Double
        /// True where it opened inside a window; `nil` where the labels do not speak of the file.
        var labelled: Bool?
    }

    /// How an alarm budget was kept.
    struct Budget: Encodable {
        var name: String
        /// Alarms that the time allows.
        var given: Double
        /// Anomalies that were told; several that open at the same step cost one alarm.
        var told: Int
        /// Anomalies that were not when they opened.
        var withheld: Int

        init(_ account: BudgetAccount) {
            (name, given, told, withheld) = (account.budget, account.given, account.told, account.withheld)
        }
    }

    /// How many anomalies opened in each hour of the day.
    struct Hours: Encodable {
        /// The name of the zone by whose clock they are counted.
        var timeZone: String
        /// From the hour that begins at midnight on, 24 of them.
        var anomalies: [Int]
    }

    /// A series that had anomalies.
    struct Loud: Encodable {
        var file: String
        var series: String
        var anomalies: Int
        /// Of all anomalies, in 0 ... 1.
        var share: Double
    }

    /// The same history under a second config.
    struct Comparison: Encodable {
        var figures: [String: Difference]
        var appearing: [Anomaly]
        var vanishing: [Anomaly]
        var staying: Int
    }

    /// A number under both configs.
    struct Difference: Encodable {
        var before: Double?
        var after: Double?
        var lower: Double?
        var upper: Double?
    }

    /// What feedback would have made of the history.
    struct Feedback: Encodable {
        /// What came of one.
        struct Line: Encodable {
            var id: String
            var verdict: String
            var by: String
            var series: String?
            /// How often it held something back.
            var heldBack: Int
            var withdrawn: [String]
            var refused: String?
        }

        /// An anomaly that would not have been told, and the id of the feedback that did it.
        struct Removed: Encodable {
            var feedback: String?
            var anomaly: ReplayDocument.Anomaly
        }

        var lines: [Line]
        var removed: [Removed]
        var kept: [ReplayDocument.Anomaly]
        var appearing: [ReplayDocument.Anomaly]
        /// Of those removed, those that opened inside a labelled window.
        var removedInWindows: Int
    }

    /// Those of the settings, in their order.
    var budgets: [Budget] = []
    var config: String
    var configVersion: String
    var files: Int
    var series: Int
    var samples: Int
    var badLines: Int
    var inputs: [Input]
    /// By name; what is not defined is left out.
    var figures: [String: Figure]
    /// The loudest first, ten at most.
    var loudest: [Loud]
    var hours: Hours
    /// How many ended for each reason.
    var closeReasons: [String: Int]
    /// How many were of each severity at their gravest.
    var severities: [String: Int]
    /// How many were not over when their series ended.
    var stillOpen: Int
    var anomalies: [Anomaly]
    var comparison: Comparison?
    var feedback: Feedback?

    init(
        _ report: ReplayReport, _ readings: [FileReading], _ histories: [FileHistory], _ evaluation: EvaluationReport,
        _ comparison: Evaluation.Comparison?, _ effect: FeedbackEffect?
    ) {
        config = report.configName
        configVersion = report.configVersion
        files = report.inputs.files
        series = report.series.count
        samples = report.inputs.samples
        badLines = report.inputs.badLines
        inputs = readings.map(Input.init)
        let intervals = evaluation.intervals
        figures = Dictionary(
            uniqueKeysWithValues: evaluation.figures.map { figure, value in
                (figure.name, Figure(value: value, lower: intervals[figure]?.lower, upper: intervals[figure]?.upper))
            })
        let quiet = evaluation.quiet
        loudest = quiet.loudest.map {
            Loud(file: $0.path, series: $0.series.description, anomalies: $0.anomalies, share: $0.share)
        }
        hours = Hours(timeZone: report.timeZone, anomalies: quiet.byHour)
        closeReasons = Dictionary(uniqueKeysWithValues: quiet.byCloseReason.map { ($0.rawValue, $1) })
        severities = Dictionary(uniqueKeysWithValues: quiet.bySeverity.map { ($0.rawValue, $1) })
        stillOpen = quiet.stillOpen
        anomalies = LocatedAnomaly.all(in: histories).map(Anomaly.init)
        self.comparison = comparison.map(Comparison.init)
        feedback = effect.map(Feedback.init)
    }

    /// The document, keys sorted.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension ReplayDocument.Input {
    fileprivate init(_ reading: FileReading) {
        let oddities = Recordings.Oddity.allCases.map { oddity in
            let found = reading.counts[oddity]
            return (oddity.rawValue, ReplayDocument.Oddity(count: found.count, firstLine: found.firstLine))
        }
        self.init(
            file: reading.path, format: reading.format?.rawValue, samples: reading.counts.samples,
            oddities: Dictionary(uniqueKeysWithValues: oddities))
    }
}

extension ReplayDocument.Anomaly {
    init(_ located: LocatedAnomaly) {
        let span = located.span
        self.init(
            id: span.id, kind: span.kind.rawValue, file: located.path, series: located.series.description,
            onset: span.onset.description, opened: span.opened.description, closed: span.closed?.description,
            closeReason: span.closeReason?.rawValue,
            severity: span.severity.rawValue, peakScore: span.peakScore, labelled: located.isLabelled)
    }
}

extension ReplayDocument.Comparison {
    fileprivate init(_ comparison: Evaluation.Comparison) {
        self.init(
            figures: Dictionary(
                uniqueKeysWithValues: comparison.rows.map { row in
                    (
                        row.figure.name,
                        ReplayDocument.Difference(
                            before: row.before, after: row.after, lower: row.interval?.lower, upper: row.interval?.upper
                        )
                    )
                }),
            appearing: comparison.appearing.map(ReplayDocument.Anomaly.init),
            vanishing: comparison.vanishing.map(ReplayDocument.Anomaly.init), staying: comparison.staying.count)
    }
}
