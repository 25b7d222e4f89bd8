package import Messaging
package import Samples
import WireFormat

/// What Explain sends to Publish: an anomaly that is ready to be told.
package struct Announcement {
    /// Sender, watermark, arrival.
    package var head = MessageHead()
    /// Who acts in the abnormal series.
    package var service: String?
    /// `nil` in a message that only carries its head.
    package var anomaly: Anomaly?

    /// Nothing to tell.
    package init() {}

    /// Head, and the anomaly as JSON or nothing.
    func encoded() -> Message {
        let body = anomaly.map { AnomalyJSON.encode($0, source: "explain", service: service) } ?? []
        return Message(Frame(copying: head.encoded()), Frame(copying: body))
    }

    /// `nil` where the message is not what ``encoded()`` makes.
    package init?(decoding message: Message) {
        let frames = message.frames
        guard frames.count == 2, let head = frames[0].withBytes({ MessageHead(decoding: $0) }) else { return nil }
        self.head = head
        guard frames[1].count > 0 else { return }
        guard case .success(let event) = frames[1].withBytes({ AnomalyJSON.decode($0) }) else { return nil }
        anomaly = event.anomaly
        service = event.service
    }
}
