import ArgumentParser
import Exposition
import Foundation
import Gateways

/// `andon feedback list`: the rules that hold.
struct FeedbackListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the rules that keep anomalies from being told, and how often they did.")

    @Option(name: .long, help: "The HTTP address of a daemon.")
    var from = "http://127.0.0.1:9464"

    @Option(name: .long, help: "text for people, json for programs.")
    var format = ReplayFormat.text

    func run() async throws {
        try await Failures.told {
            let body = try await fetch()
            switch format {
            case .json: Standard.output(String(decoding: body, as: UTF8.self).trimmingCharacters(in: .newlines))
            case .text: for line in try Self.lines(body) { Standard.output(line) }
            }
        }
    }

    private func fetch() async throws(FeedbackError) -> Data {
        let url = "\(from)/feedback"
        do throws(GatewayError) {
            let answer = try await HTTPClientFetcher(timeout: Self.patience).get(url, headers: [])
            guard answer.status == 200 else {
                throw .refused(url: url, status: answer.status, sentence: "it is no HTTP door of Andon.")
            }
            return Data(answer.body)
        } catch {
            throw .noAnswer(error.description)
        }
    }

    /// How long a daemon may take to answer.
    private static let patience = Duration.seconds(10)

    /// The rules of the door.
    private struct Rules: Decodable {
        let rules: [Overview.Feedback]
    }

    /// A line for each rule, and a second one for what it did.
    static func lines(_ body: Data) throws -> [String] {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            return try Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        }
        let rules = try decoder.decode(Rules.self, from: body).rules
        guard !rules.isEmpty else { return ["No rule keeps an anomaly from being told"] }
        return rules.flatMap { rule in
            let hours = rule.hours.map { ", \($0)" } ?? ""
            let note = rule.note.map { " (\($0))" } ?? ""
            return [
                "\(rule.id)  \(rule.verdict)  \(rule.series): \(rule.covers)\(hours)",
                "  by \(rule.author) until \(rule.expiry.formatted(.iso8601)), held back \(rule.heldBack)\(note)",
            ]
        }
    }
}
