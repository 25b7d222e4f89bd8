import ArgumentParser
import Samples
import Stages

/// `andon feedback revoke`: withdraws a rule.
struct FeedbackRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Withdraw a rule that feedback became.",
        discussion: "'andon feedback list' tells the ids of the rules.")

    @OptionGroup var options: FeedbackOptions

    @Argument(help: "The id of the rule.")
    var rule: String

    func run() async throws {
        let feedback = Feedback(.revoke(rule: rule), by: options.author, at: WallClock.system.now())
        try await Failures.told { try await options.send(feedback) }
    }
}
