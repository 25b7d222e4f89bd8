import ArgumentParser
import Evaluation
import Foundation
import Tuning

/// `andon tune`: searches a policy on history.
struct TuneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tune",
        abstract: "Search the standard policy on history, and print it with its effect on what was held back.",
        discussion: """
            With --labels it looks for the best F1, at most --false-per-series-day false alarms, or with --nab for the \
            best NAB score of the decisions. Without labels, --alerts-per-week asks for the most sensitive policy that \
            raises no more. What it prints of the effect was measured on files or series that the search had not seen. \
            Ctrl-C ends it with the best so far.
            """)

    @OptionGroup var source: HistoryOptions

    @Option(name: .long, help: "When something was wrong: JSON {\"<relative path>\": [[\"start\", \"end\"], …]}.")
    var labels: String?

    @Option(name: .long, help: "Anomalies a week over all series together, without labels.")
    var alertsPerWeek: Double?

    @Option(name: .long, help: "With labels: at most so many false alarms per series and day.")
    var falsePerSeriesDay: Double?

    @Option(name: .long, help: "With labels: the NAB score of this profile instead of F1: standard, low_fp or low_fn.")
    var nab: NABProfile?

    @Option(name: .long, help: "Policies that each search may try.")
    var budget = 40

    @Option(name: .long, help: "Parts that the history is cut into, each held back once.")
    var folds = 5

    @Option(name: .long, help: "Decides all random choices; the same seed finds the same.")
    var seed: UInt64 = 1

    @Option(name: .long, help: "Replays at the same time; changes nothing in the result.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .long, help: "Search the direction too.")
    var searchDirection = false

    func validate() throws {
        guard (labels == nil) != (alertsPerWeek == nil) else {
            throw ValidationError("Give either --labels or --alerts-per-week.")
        }
        guard labels != nil || (nab == nil && falsePerSeriesDay == nil) else {
            throw ValidationError("--nab and --false-per-series-day need --labels.")
        }
        guard nab == nil || falsePerSeriesDay == nil else {
            throw ValidationError("--false-per-series-day bounds F1; it does not go with --nab.")
        }
        guard (1...100_000).contains(budget), (2...100).contains(folds), (1...256).contains(jobs) else {
            throw ValidationError("--budget is 1 to 100000, --folds 2 to 100, --jobs 1 to 256.")
        }
    }

    /// What is searched for.
    var objective: TuningObjective {
        if let alertsPerWeek { return .alertsPerWeek(alertsPerWeek) }
        return nab.map(TuningObjective.nab) ?? .f1(atMostFalsePerSeriesDay: falsePerSeriesDay)
    }

    /// The command line that finds the same again.
    var commandLine: String {
        var words = ["andon", "tune"] + source.inputs
        if let config = source.config { words += ["--config", config] }
        if let labels { words += ["--labels", labels] }
        if let alertsPerWeek { words += ["--alerts-per-week", "\(alertsPerWeek)"] }
        if let falsePerSeriesDay { words += ["--false-per-series-day", "\(falsePerSeriesDay)"] }
        if let nab { words += ["--nab", nab.rawValue] }
        if searchDirection { words.append("--search-direction") }
        words += ["--budget", "\(budget)", "--folds", "\(folds)", "--seed", "\(seed)"]
        return words.map(\.shellQuoted).joined(separator: " ")
    }

    func run() async throws {
        try await Failures.told { try await TuneSession(self).run() }
    }
}

extension NABProfile: ExpressibleByArgument {}

extension String {
    /// In single quotes where a shell would read more into it.
    fileprivate var shellQuoted: String {
        let isPlain = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "-_./:=@%+,".contains($0) }
        return isPlain ? self : "'\(replacing("'", with: "'\\''"))'"
    }
}
