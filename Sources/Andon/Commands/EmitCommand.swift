import ArgumentParser
import Foundation
import Messaging
import Recordings
import Samples
import Stages

/// `andon emit`: publishes samples.
struct EmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emit", abstract: "Publish samples: this machine's own metrics, files, standard input.",
        subcommands: [EmitHostCommand.self, EmitCSVCommand.self, EmitStdinCommand.self])
}

/// What all kinds of emitting have in common.
struct EmitOptions: ParsableArguments {
    @Option(name: .long, help: "The PULL door of a daemon.")
    var to = "tcp://127.0.0.1:5561"

    @Option(name: .long, help: "protobuf or json.")
    var format = BusPublisher.Format.protobuf

    @Option(name: .long, help: "Name of this publisher on the bus.")
    var publisher = "emit-\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)"
}

extension BusPublisher.Format: ExpressibleByArgument {}

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
        do {
            let feed = try HostFeed(
                to: Endpoint(options.to), host: host, interval: .seconds(interval), format: options.format,
                publisherName: options.publisher)
            Standard.error("Publishing the metrics of \(host) every \(interval) s to \(options.to); Ctrl-C ends it")
            try await Runner.run([feed])
        } catch let error as MessagingError {
            Standard.error("andon: \(error)")
            throw ExitCode(1)
        }
    }
}

/// `andon emit csv`: files.
struct EmitCSVCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "csv", abstract: "Publish the samples of CSV files, as fast as the daemon takes them.",
        discussion: """
            Three shapes, told by the header: timestamp,value (the series is named after the path); \
            timestamp,<series>,<series>…; timestamp,series,value. '-' is standard input.
            """)

    @OptionGroup var options: EmitOptions

    @Argument(help: "Files, published one after the other.")
    var files: [String]

    func run() async throws {
        try await FileFeed(options).run { feed in
            for file in files {
                var recording =
                    file == "-"
                    ? Recording(standardInputAs: SeriesKey("stdin")) : try Recording(path: file)
                while let output = try recording.next() {
                    for batch in output.batches { try feed.publish(batch) }
                    feed.report(output.badLines)
                }
            }
        }
    }
}

/// `andon emit stdin`: lines.
struct EmitStdinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stdin", abstract: "Publish lines of 'series value [time]' from standard input.",
        discussion: "For instance: echo 'queue_depth{service=\"cart\"} 17' | andon emit stdin")

    @OptionGroup var options: EmitOptions

    func run() async throws {
        try await FileFeed(options).run { feed in
            var source = ByteSource.standardInput
            var reader = SampleLineReader(file: "stdin")
            while let chunk = try source.next() {
                let output = reader.read(chunk, now: WallClock.system.now())
                try feed.publish(output.batch)
                feed.report(output.badLines)
            }
            let last = reader.finish(now: WallClock.system.now())
            try feed.publish(last.batch)
            feed.report(last.badLines)
        }
    }
}
