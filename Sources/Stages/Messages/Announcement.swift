package import Detection
package import Messaging
package import Samples
import WireFormat

/// What Explain sends to Publish: an anomaly that is ready to be told, or what came of feedback.
package struct Announcement {
    /// Sender, watermark, arrival.
    package var head = MessageHead()
    /// Who acts in the abnormal series.
    package var service: String?
    /// `nil` in a message that only carries its head.
    package var anomaly: Anomaly?

    /// What came of a feedback.
    package var feedback: FeedbackRecord?
    /// Anomalies that feedback kept from being told.
    package var heldBack: [HeldBack] = []
    /// Anomalies that opened and that their alarm budgets could not afford.
    package var overBudget: [OverBudget] = []
    /// How the budgets were kept; in the last message only.
    package var accounts: [BudgetAccount] = []

    /// Nothing to tell.
    package init() {}

    /// Head, the anomaly as JSON or nothing, what came of a feedback as JSON or nothing, what was held back, what was over budget,
    /// and accounts.
    func encoded() -> Message {
        let body = anomaly.map { AnomalyJSON.encode($0, source: "explain", service: service) } ?? []
        return Message([
            Frame(copying: head.encoded()), Frame(copying: body),
            Frame(copying: feedback.map(FeedbackRecordJSON.encode) ?? []), Frame(copying: heldBack.encoded()),
            Frame(copying: overBudget.encoded()), Frame(copying: accounts.encoded()),
        ])
    }

    /// `nil` where the message is not what ``encoded()`` makes.
    package init?(decoding message: Message) {
        let frames = message.frames
        guard frames.count == 6, let head = frames[0].withBytes({ MessageHead(decoding: $0) }),
            let heldBack = frames[3].withBytes({ [HeldBack](decoding: $0) }),
            let overBudget = frames[4].withBytes({ [OverBudget](decoding: $0) }),
            let accounts = frames[5].withBytes({ [BudgetAccount](decoding: $0) })
        else { return nil }
        self.head = head
        self.heldBack = heldBack
        self.overBudget = overBudget
        self.accounts = accounts
        if frames[2].count > 0 {
            guard let record = frames[2].withBytes({ FeedbackRecord(Array($0)) }) else { return nil }
            feedback = record
        }
        guard frames[1].count > 0 else { return }
        guard case .success(let event) = frames[1].withBytes({ AnomalyJSON.decode($0) }) else { return nil }
        anomaly = event.anomaly
        service = event.service
    }
}
