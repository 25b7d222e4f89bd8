import ArgumentParser
import Messaging
import ServiceLifecycle

/// `andon tail`: watches the bus.
struct TailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail", abstract: "Watch the bus: print anomalies as they come.")

    @Option(name: .long, help: "Where a daemon publishes.")
    var from = "tcp://127.0.0.1:5562"

    @Option(name: .long, help: "Topics to watch, by prefix: anomaly. or anomaly.critical. for instance.")
    var topic = "anomaly."

    @Option(name: .long, help: "text for people, json for one message a line.")
    var format = TailFormat.text

    func run() async throws {
        do {
            let tail = try Tail(
                endpoint: Endpoint(from), topic: topic, format: format, hasColours: Standard.outputHasColours)
            try await Runner.run([tail])
        } catch let error as MessagingError {
            Standard.error("andon: \(error)")
            throw ExitCode(1)
        }
    }
}

extension TailFormat: ExpressibleByArgument {}
