import Foundation
package import Samples
import WireFormat

/// How a file of feedback is tried on history, in two replays: the first asks what it would become, the second does it.
///
/// Rules are tried on the whole history, whenever they were made and however long they were to hold. That a level is the new normal
/// is said at its time.
package struct FeedbackPlan: Sendable {
    /// What the file says; some with what came of it already.
    package let lines: [FeedbackRecord]

    /// A plan for feedback.
    package init(_ lines: [FeedbackRecord]) {
        self.lines = lines
    }

    /// Reads a file: JSON lines as on the bus, or as a daemon keeps them.
    ///
    /// - Parameter now: the time of feedback that carries none.
    /// - Throws: ``ReplayError/feedback(path:sentence:)``.
    package init(path: String, now: EventTime) throws(ReplayError) {
        let content: Data
        do { content = try Data(contentsOf: URL(filePath: path)) } catch {
            throw .feedback(path: path, sentence: error.localizedDescription)
        }
        var lines: [FeedbackRecord] = []
        for (index, line) in content.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            switch line.withUnsafeBytes({ FeedbackRecordJSON.decode($0, arrival: now) }) {
            case .success(let record): lines.append(record)
            case .failure(let refusal):
                throw .feedback(path: path, sentence: "line \(index + 1): \(refusal.sentence)")
            }
        }
        guard !lines.isEmpty else { throw .feedback(path: path, sentence: "there is no feedback in it") }
        self.init(lines)
    }

    private static func isTimed(_ line: FeedbackRecord) -> Bool { line.feedback.verdict == .newNormal }

    /// For the first replay.
    package var questions: FeedbackTrial {
        var trial = FeedbackTrial()
        trial.atEnd = lines.filter { !Self.isTimed($0) }.map(\.feedback)
        return trial
    }

    /// What each line becomes, by what the first replay answered. Where that knows no such anomaly, what a line says of itself counts.
    package func resolved(by answers: [FeedbackRecord]) -> [FeedbackRecord] {
        let byID = Dictionary(answers.map { ($0.feedback.id, $0) }) { $1 }
        return lines.filter { !Self.isTimed($0) }.map { line in
            let answer = byID[line.feedback.id] ?? line
            guard answer.refusal != nil, line.rule != nil || !line.withdrawn.isEmpty else { return answer }
            return line
        }
    }

    /// For the second replay.
    package func trial(of resolved: [FeedbackRecord]) -> FeedbackTrial {
        var rules = FeedbackRules()
        for record in resolved { rules.follow(record) }
        var trial = FeedbackTrial()
        for var rule in rules.all {
            rule.expiry = EventTime(milliseconds: .max)
            trial.rules.add(rule)
        }
        trial.timed = lines.filter(Self.isTimed).map(\.feedback).sorted { $0.time < $1.time }
        return trial
    }
}
