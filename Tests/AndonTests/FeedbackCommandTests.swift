import ArgumentParser
import Foundation
import Samples
import Testing

@testable import Andon

@Suite struct FeedbackCommandTests {
    private static let now = EventTime(seconds: 1_767_225_600)

    @Test func makesTheMessage() throws {
        let command = try FeedbackSendCommand.parse([
            "expected", "--series", "disk*", "--hours", "01:00-03:00", "--days", "mon-fri", "--by", "ann", "--until",
            "2026-02-01", "--note", "backup",
        ])
        let feedback = try command.message(now: Self.now)
        let scope = try #require(SeriesScope(parsing: "disk*"))
        #expect(
            feedback
                == Feedback(
                    .judge(.expected, .series(scope)), by: "ann", at: Self.now, until: EventTime(iso8601: "2026-02-01"),
                    hours: CivilHours(hours: "01:00-03:00", days: "mon-fri"), note: "backup"))
    }

    @Test(arguments: [["perhaps", "--anomaly", "a"], ["false"], ["false", "--anomaly", "a", "--hours", "soon"]])
    func saysWhatIsWrongWithIt(arguments: [String]) throws {
        let command = try FeedbackSendCommand.parse(arguments + ["--by", "ann"])
        #expect(throws: ValidationError.self) { try command.message(now: Self.now) }
    }

    @Test func listsRules() throws {
        let body = """
            {"rules":[{"id":"r","verdict":"false","series":"cpu","covers":"up to 2 above","author":"ann","note":"a build",\
            "created":"2026-01-01T00:00:00.000Z","expiry":"2026-01-31T00:00:00.000Z","heldBack":3}]}
            """
        #expect(
            try FeedbackListCommand.lines(Data(body.utf8)) == [
                "r  false  cpu: up to 2 above", "  by ann until 2026-01-31T00:00:00Z, held back 3 (a build)",
            ])
        #expect(try FeedbackListCommand.lines(Data(#"{"rules":[]}"#.utf8)).count == 1)
    }

    @Test(arguments: [
        (Departure(above: 12.5), "up to 12.5 above"),
        (Departure(above: 1, below: .infinity), "up to 1 above, any deviation below"),
        (Departure.any, "any deviation"), (Departure(), "no deviation"),
    ])
    func saysWhatARuleCovers(covered: Departure, words: String) {
        let rule = FeedbackRule(
            id: "r", verdict: .falseAlarm, scope: .series(SeriesKey("a")), covered: covered, author: "",
            created: Self.now,
            expiry: Self.now)
        #expect(rule.deviations == words)
    }
}
