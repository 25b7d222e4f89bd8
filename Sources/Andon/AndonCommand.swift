import ArgumentParser

/// The `andon` command.
@main
struct AndonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "andon",
        abstract: "Watches metric streams, learns what is normal, and says what is not, with suspected causes.",
        version: AndonVersion.text,
        subcommands: [RunCommand.self, EmitCommand.self, TailCommand.self, CheckCommand.self])
}

/// Which Andon this is.
enum AndonVersion {
    static let text = "0.1.0"
}
