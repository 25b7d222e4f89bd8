import ArgumentParser
import Foundation
import Samples
import Stages
import WireFormat

/// `andon feedback send`: a verdict.
struct FeedbackSendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Say that an anomaly, or those of a series, are true, false, expected, new_normal.",
        discussion: """
            false: the like of it is not told for a month. expected: not at these hours, for a quarter. new_normal: an open \
            anomaly closes and its level is accepted. true: withdraws what would have kept it quiet. \
            'andon replay --feedback' shows beforehand what it would have removed.
            """)

    @OptionGroup var options: FeedbackOptions

    @Argument(help: "true, false, expected or new_normal.")
    var verdict: String

    @Option(name: .long, help: "The id of the anomaly.")
    var anomaly: String?

    @Option(name: .long, help: "Instead of an anomaly a series, or with * or ? a pattern.")
    var series: String?

    @Option(name: .long, help: "When the rule ends, ISO 8601.")
    var until: String?

    @Option(name: .long, help: "When the rule holds, such as 08:00-09:30 in the zone of the settings.")
    var hours: String?

    @Option(name: .long, help: "On which days, such as mon-fri or sat,sun.")
    var days: String?

    @Option(name: .long, help: "Why, for others.")
    var note: String?

    @Flag(name: .long, help: "Print the message instead of sending it: a line for 'andon replay --feedback'.")
    var print = false

    /// The message; what is wrong with it is the daemon's to say, and ours before.
    func message(now: EventTime) throws -> Feedback {
        let texts = [
            "verdict": verdict, "anomaly": anomaly, "series": series, "until": until, "hours": hours, "days": days,
            "note": note, "by": options.author,
        ]
        let body = FeedbackJSON.encode(members: Labels(texts.compactMapValues(\.self)))
        switch body.withUnsafeBytes({ FeedbackJSON.decode($0, limits: DecodingLimits(), arrival: now) }) {
        case .success(let feedback): return feedback
        case .failure(let refusal): throw ValidationError(refusal.sentence)
        }
    }

    func run() async throws {
        let feedback = try message(now: WallClock.system.now())
        guard !print else { return Standard.output(String(decoding: FeedbackJSON.encode(feedback), as: UTF8.self)) }
        try await Failures.told { try await options.send(feedback) }
    }
}
