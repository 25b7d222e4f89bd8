import ArgumentParser
import Messaging
import Recordings

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
        try await Failures.told { try await publish() }
    }

    private func publish() async throws {
        let feed = try FileFeed(options)
        defer { feed.executor.shutdown() }
        try await feed.run { [files] feed in
            for file in files {
                var recording = try Recording(RecordingFile(path: file), isPrompt: file == "-")
                while let events = try recording.next() {
                    for event in events {
                        switch event {
                        case .samples(let recorded): try feed.publish(recorded.compacted())
                        case .bad(let line): feed.report([line])
                        case .change, .feedback, .stepClosed: break
                        }
                    }
                }
            }
        }
    }
}
