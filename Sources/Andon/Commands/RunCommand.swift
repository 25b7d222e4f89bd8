import ArgumentParser
import Foundation

/// `andon run`: the daemon.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the daemon: doors, stages, exits.",
        discussion: """
            Stops on SIGTERM or SIGINT after what is under way has come through; looks at its settings on SIGHUP and \
            whenever their content changes.
            """)

    @Option(name: .long, help: "The settings file.")
    var config = "config/andon.yaml"

    @Flag(name: .long, help: "Also watch this machine: feed its own metrics in, as 'andon emit host' does.")
    var watchHost = false

    @Flag(name: .long, help: "Also print anomalies to standard output, as 'andon tail' does.")
    var print = false

    @Option(name: .long, help: "Name of this Andon on the bus; the machine's host name by default.")
    var instance = ProcessInfo.processInfo.hostName

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "History to learn before the doors open: files and folders, or http://host:port?match=QUERY of a Prometheus.",
            discussion: "Overrides what the settings name under 'warm'. Also range=14d and step=60s of a Prometheus."))
    var warmFrom: [String] = []

    func run() async throws {
        let daemon = Daemon(
            configPath: config, watchesHost: watchHost, prints: print, instance: instance, warmFrom: warmFrom)
        try await Failures.told { try await daemon.run() }
    }
}
