import ArgumentParser
import Replay
import Settings

/// `andon replay`: what a config would have made of history.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Replay history through the daemon's own stages, and say how many alarms a config would have raised.",
        discussion: """
            Inputs are files and folders (searched through), plain or gzip: CSV (timestamp,value; timestamp,<series>,…; \
            timestamp,series,value), Prometheus or VictoriaMetrics JSON, OpenMetrics text, Influx lines, recordings of \
            'andon tail --record'. '-' is standard input.

            Exits with 1 when an input could not be read to its end, with 2 when an argument is wrong.
            """)

    @OptionGroup var source: HistoryOptions

    @Option(name: .long, help: "Threads that detect; by default what the settings say. It changes no decision.")
    var shards: Int?

    @Option(name: .long, help: "When something was wrong: JSON {\"<relative path>\": [[\"start\", \"end\"], …]}.")
    var labels: String?

    @Option(name: .long, help: "A second config: which anomalies appear, which vanish.")
    var compare: String?

    @Option(name: .long, help: "Changes that came in at their own times, JSON lines as on the bus, each with its time.")
    var changes: String?

    @Option(
        name: .long,
        help: "Feedback to try, JSON lines as on the bus: which anomalies it would have removed, and which kept.")
    var feedback: String?

    @Option(name: .long, help: "A folder for one file of scores for each input file, at the same relative path.")
    var scores: String?

    @Option(name: .long, help: "A folder for a report to look at: index.html, which needs nothing else.")
    var report: String?

    @Option(
        name: .long, help: "A file for every message about an anomaly, as the bus would have carried it, one a line.")
    var anomalies: String?

    @Option(name: .long, help: "text for people, json for programs.")
    var format = ReplayFormat.text

    @Option(name: .long, help: "Series that the report draws at most; the loudest ones.")
    var charts = 400

    @Option(name: .long, help: "Seed of the intervals.")
    var seed: UInt64 = 1

    func validate() throws {
        if let shards, !(1...64).contains(shards) {
            throw ValidationError("--shards is \(shards); it must be a whole number from 1 to 64.")
        }
        guard compare == nil || feedback == nil else {
            throw ValidationError("--compare and --feedback both compare with another replay; give one of them.")
        }
        guard (1...10_000).contains(charts) else {
            throw ValidationError("--charts is \(charts); it must be a whole number from 1 to 10000.")
        }
    }

    func run() async throws {
        try await Failures.told {
            try await ReplaySession(self).run()
        }
    }
}

extension ReplayFormat: ExpressibleByArgument {}
