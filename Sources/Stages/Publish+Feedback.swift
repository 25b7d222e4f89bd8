import Detection
import Logging
import Metrics
import Samples
import WireFormat

/// What came of feedback ends here: it is counted, said, kept, and shown to those who ask.
extension Publish {
    /// The rules that hold now and what they did, the newest first.
    package func feedbackRules() -> [FeedbackBoard.Entry] {
        feedback.entries(at: clock.now())
    }

    func take(_ announcement: Announcement) {
        for held in announcement.heldBack {
            feedback.take(held)
            logger.info(
                "Anomaly held back",
                metadata: [
                    "anomaly.id": "\(held.anomaly.id)", "series.key": "\(held.anomaly.series)",
                    "feedback.rule": "\(held.rule)",
                ])
        }
        if let record = announcement.feedback {
            feedback.take(record)
            feedbackMetrics.count(record)
            say(record)
            if record.refusal == nil { keep(record) }
        }
        feedbackMetrics.rules.record(feedback.entries(at: clock.now()).count)
    }

    private func say(_ record: FeedbackRecord) {
        var facts: Logger.Metadata = [
            "feedback.id": "\(record.feedback.id)", "feedback.author": "\(record.feedback.author)",
            "feedback.verdict": "\(record.feedback.verdict?.rawValue ?? "revoke")",
        ]
        if let refusal = record.refusal {
            facts["reason"] = "\(refusal.rawValue)"
            facts["advice"] = "\(refusal.advice)"
            logger.warning("Feedback could not be followed", metadata: facts)
            return
        }
        if let rule = record.rule {
            facts["series.key"] = "\(rule.scope)"
            facts["feedback.expiry"] = "\(rule.expiry)"
        }
        if !record.withdrawn.isEmpty { facts["feedback.withdrawn"] = "\(record.withdrawn)" }
        if !record.accepted.isEmpty { facts["anomaly.accepted"] = "\(record.accepted)" }
        logger.notice("Feedback followed", metadata: facts)
    }

    private func keep(_ record: FeedbackRecord) {
        guard let keep = configuration.keepFeedback else { return }
        do {
            try keep(FeedbackRecordJSON.encode(record))
        } catch {
            feedbackMetrics.unkept.increment()
            logger.error(
                "Feedback holds until the next start only: it could not be written down",
                metadata: ["feedback.id": "\(record.feedback.id)", "error": "\(error)"])
        }
    }
}
