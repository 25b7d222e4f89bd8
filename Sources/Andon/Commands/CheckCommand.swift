import ArgumentParser
import Samples
import Settings

/// `andon check`: validates settings, and says what a reload would do.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validate a config; say what a reload would change and what it would reset.",
        discussion: "Exits with 0 when the config is good and with 2, one line for each problem, when it is not.")

    @Option(name: .long, help: "The settings file.")
    var config = "config/andon.yaml"

    @Option(name: .long, help: "The settings that run now; the report is about going from these to the others.")
    var from: String?

    @Option(
        name: .long,
        help: "A series, such as 'http_request_seconds{service=\"web\"}': which rules and which policy it gets.")
    var series: String?

    func validate() throws {
        if let series, SeriesKey(parsing: series) == nil {
            throw ValidationError(
                "--series is \(series); it must be a name, or a name with labels as in name{label=\"value\"}.")
        }
    }

    func run() async throws {
        try await Failures.told {
            let settings = try AndonSettings.load(path: config)
            print(
                "\(config) is good: version \(settings.version), \(settings.policies.book.rules.count) policy rules, "
                    + "baselines \(settings.models.enabled.sorted().joined(separator: ", "))")
            if let key = series.flatMap(SeriesKey.init(parsing:)) {
                for line in settings.policyReport(for: key) { print(line) }
            }
            guard let from else { return }
            let diff = SettingsDiff(from: try AndonSettings.load(path: from), to: settings)
            print(diff.isEmpty ? "A reload would change nothing" : "A reload would change:")
            for line in diff.report { print("  \(line)") }
            if !diff.isEmpty {
                let resets = diff.resetsModels
                print(
                    resets.isEmpty
                        ? "No learned state would be lost" : "These start again: \(resets.joined(separator: ", "))")
            }
        }
    }
}
