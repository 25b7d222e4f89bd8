import Messaging
import Samples
import Testing
import WireFormat

@testable import Andon

@Suite(.timeLimit(.minutes(1))) struct BusPublisherTests {
    private let now = EventTime(milliseconds: 1_767_225_600_000)

    /// What a publisher sends for so many batches of one series.
    private func published(_ batches: Int, _ format: BusPublisher.Format, redefineEvery: Int) throws -> [Message] {
        let context = try MessagingContext()
        let door = try Socket(.pull, in: context)
        let endpoint = try door.bind(Endpoint("inproc://door"))
        let publisher = try BusPublisher(
            to: endpoint, in: context, topic: "metric.x", name: "me", format: format, redefineEvery: redefineEvery,
            linger: .zero)
        var messages: [Message] = []
        for number in 0..<batches {
            var batch = SampleBatch(series: [SeriesKey("load")])
            batch.append(0, now, Double(number))
            #expect(try publisher.publish(batch, at: now))
            while messages.count <= number {
                if let message = try door.receive() { messages.append(message) }
            }
        }
        publisher.close()
        door.close()
        return messages
    }

    @Test(arguments: BusPublisher.Format.allCases)
    func numbersItsMessagesAndSaysWhatTheyAre(format: BusPublisher.Format) throws {
        let messages = try published(3, format, redefineEvery: 1)
        #expect(messages.map { $0.frames.first?.text } == ["metric.x", "metric.x", "metric.x"])
        let headers = try messages.map { try $0.frames[1].withBytes { try MessageHeader.decode($0).get() } }
        #expect(headers.map(\.sequence) == [1, 2, 3])
        #expect(headers.allSatisfy { $0.publisher == "me" && $0.sentAt == now })
        #expect(headers.allSatisfy { $0.contentType == (format == .json ? .json : .protobuf) })
    }

    @Test func definesItsSeriesAnewForADaemonThatCameLater() throws {
        let sizes = try published(5, .protobuf, redefineEvery: 2).map { $0.frames[2].count }
        #expect(sizes[0] > sizes[1])
        #expect(sizes == [sizes[0], sizes[1], sizes[0], sizes[1], sizes[0]])
    }
}
