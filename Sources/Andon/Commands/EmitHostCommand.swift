import ArgumentParser
import Foundation
import Messaging

/// `andon emit host`: this machine's own metrics.
struct EmitHostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host", abstract: "Publish this machine's own metrics from /proc and /sys.")

    @OptionGroup var options: EmitOptions

    @Option(name: .long, help: "Seconds between two samples.")
    var interval = 1.0

    @Option(name: .long, help: "Value of the label host.")
    var host = ProcessInfo.processInfo.hostName

    func validate() throws {
        guard interval >= 0.1, interval <= 3600 else {
            throw ValidationError("--interval is \(interval); it must be a number of seconds from 0.1 to 3600.")
        }
    }

    func run() async throws {
        try await Failures.told {
            let feed = try HostFeed(
                to: Endpoint(options.to), host: host, interval: .seconds(interval), format: options.format,
                publisherName: options.publisher)
            defer { feed.executor.shutdown() }
            Standard.error("Publishing the metrics of \(host) every \(interval) s to \(options.to); Ctrl-C ends it")
            try await Runner.run([feed])
        }
    }
}
