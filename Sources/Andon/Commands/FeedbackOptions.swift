import ArgumentParser
import Foundation
import Messaging
import Samples

/// What sending feedback needs besides what is said.
struct FeedbackOptions: ParsableArguments {
    @Option(name: .long, help: "The PULL door of a daemon.")
    var to = "tcp://127.0.0.1:5561"

    @Option(name: .customLong("by"), help: "Who says so; the name of the user by default.")
    var author = NSUserName()

    /// Hands feedback over to the daemon, and prints its id.
    ///
    /// - Throws: ``FeedbackError/notTaken(door:)`` where there is none.
    func send(_ feedback: Feedback) async throws {
        let sender = try FeedbackSender()
        defer { sender.executor.shutdown() }
        guard try await sender.send(feedback, to: Endpoint(to)) else { throw FeedbackError.notTaken(door: to) }
        Standard.output(feedback.id)
        Standard.error("Sent to \(to); what came of it is in the daemon's log, and in 'andon feedback list'")
    }
}
