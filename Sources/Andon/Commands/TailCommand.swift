import ArgumentParser
import Messaging
import ServiceLifecycle

/// `andon tail`: watches the bus.
struct TailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail", abstract: "Watch the bus: print anomalies as they come, or record samples.",
        discussion: """
            With --record it writes the samples that the daemon takes into a file, in the order in which they are judged; \
            'andon replay' gives the same anomalies from it.
            """)

    @Option(
        name: .long,
        help: "Where a daemon publishes; by default tcp://127.0.0.1:5562, and with --record tcp://127.0.0.1:5563.")
    var from: String?

    @Option(name: .long, help: "Topics to watch, by prefix: anomaly. or anomaly.critical. for instance.")
    var topic = "anomaly."

    @Option(name: .long, help: "text for people, json for one message a line.")
    var format = TailFormat.text

    @Option(name: .long, help: "A file to write the samples to that the daemon takes; it is begun anew.")
    var record: String?

    func run() async throws {
        try await Failures.told {
            if let record {
                let recorder = try SampleRecorder(endpoint: Endpoint(from ?? "tcp://127.0.0.1:5563"), path: record)
                defer { recorder.executor.shutdown() }
                try await Runner.run([recorder])
            } else {
                let tail = try Tail(
                    endpoint: Endpoint(from ?? "tcp://127.0.0.1:5562"), topic: topic, format: format,
                    hasColours: Standard.outputHasColours)
                defer { tail.executor.shutdown() }
                try await Runner.run([tail])
            }
        }
    }
}

extension TailFormat: ExpressibleByArgument {}
