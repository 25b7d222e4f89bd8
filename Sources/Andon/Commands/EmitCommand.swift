import ArgumentParser

/// `andon emit`: publishes samples.
struct EmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emit", abstract: "Publish samples: this machine's own metrics, files, standard input.",
        subcommands: [EmitHostCommand.self, EmitCSVCommand.self, EmitStdinCommand.self])
}
