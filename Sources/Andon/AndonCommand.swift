import ArgumentParser

/// The `andon` command.
@main
struct AndonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "andon",
        abstract: "Watches metric streams, learns what is normal, and says what is not, with suspected causes.",
        version: AndonVersion.text,
        subcommands: [
            RunCommand.self, EmitCommand.self, TailCommand.self, CheckCommand.self, ReplayCommand.self,
            TuneCommand.self, FeedbackCommand.self,
        ])
}
