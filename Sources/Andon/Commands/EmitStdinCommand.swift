import ArgumentParser
import Messaging
import Recordings
import Samples
import Stages

/// `andon emit stdin`: lines.
struct EmitStdinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stdin", abstract: "Publish lines of 'series value [time]' from standard input.",
        discussion: "For instance: echo 'queue_depth{service=\"cart\"} 17' | andon emit stdin")

    @OptionGroup var options: EmitOptions

    func run() async throws {
        try await Failures.told { try await publish() }
    }

    private func publish() async throws {
        let feed = try FileFeed(options)
        defer { feed.executor.shutdown() }
        try await feed.run { feed in
            var source = ByteSource.standardInput
            var reader = SampleLineReader(file: "stdin")
            while let output = try source.withNext({ reader.read($0, now: WallClock.system.now()) }) {
                try feed.publish(output.batch)
                feed.report(output.badLines)
            }
            let last = reader.finish(now: WallClock.system.now())
            try feed.publish(last.batch)
            feed.report(last.badLines)
        }
    }
}
