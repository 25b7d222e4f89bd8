import ArgumentParser

/// `andon feedback`: what an operator says of anomalies.
struct FeedbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: "Say what an anomaly was; see and withdraw what came of it.",
        subcommands: [FeedbackSendCommand.self, FeedbackListCommand.self, FeedbackRevokeCommand.self])
}
