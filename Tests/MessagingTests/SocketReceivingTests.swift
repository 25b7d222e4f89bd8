import Messaging
import Testing

@Suite struct SocketReceivingTests {
    @Test(arguments: Endpoint.Transport.allCases)
    func keepsFramesAsTheyAre(transport: Endpoint.Transport) throws {
        let link = try Link(over: transport)
        let bytes = (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try link.sender.sendEventually(Message(Frame(""), Frame("topic"), Frame(copying: bytes), Frame(""))))
        let message = try #require(try link.receiver.receiveEventually())
        #expect(message.frames.map(\.count) == [0, 5, 1 << 20, 0])
        #expect(message.frames[1].text == "topic")
        #expect(message.frames[2].withBytes { $0.elementsEqual(bytes) })
        #expect(!message.isTruncated)
    }

    @Test func returnsNilWhenNothingComes() throws {
        let link = try Link()
        #expect(try link.receiver.tryReceive() == nil)
        #expect(try link.receiver.receive() == nil)
    }

    @Test(arguments: [Endpoint.Transport.ipc, .tcp])
    func cutsOffAPeerWhoseFrameIsTooLarge(transport: Endpoint.Transport) throws {
        var options = SocketOptions.quick
        options.maximumMessageBytes = 1_000
        let link = try Link(over: transport, receiveOptions: options)
        #expect(try link.sender.sendEventually(Message(String(repeating: "x", count: 1_001))))
        // The peer connects again; what is on its way when it is cut off is lost with it.
        var received: Message?
        for _ in 0..<500 where received == nil {
            #expect(try link.sender.sendEventually(Message("fits")))
            received = try link.receiver.receive()
        }
        #expect(received?.texts == ["fits"])
    }

    @Test func saysWhenFramesAreTooLargeTogether() throws {
        var options = SocketOptions.quick
        options.maximumMessageBytes = 10
        let link = try Link(receiveOptions: options)
        #expect(try link.sender.send(Message(Frame("12345"), Frame("67890"))))
        #expect(try link.sender.send(Message(Frame("12345"), Frame("678901"), Frame("2"))))
        #expect(try link.sender.send(Message("12345678901")))
        let messages = try (0..<3).map { _ in try #require(try link.receiver.receive()) }
        #expect(messages.map(\.isTruncated) == [false, true, true])
        #expect(messages.map(\.texts) == [["12345", "67890"], ["12345"], []])
    }

    @Test func saysWhenThereAreTooManyFrames() throws {
        let link = try Link(over: .tcp)
        #expect(try link.sender.sendEventually(Message((0..<64).map { Frame("\($0)") })))
        #expect(try link.sender.sendEventually(Message((0..<5_000).map { Frame("\($0)") })))
        #expect(try link.sender.sendEventually(Message("next")))
        let messages = try (0..<3).map { _ in try #require(try link.receiver.receiveEventually()) }
        #expect(messages.map(\.isTruncated) == [false, true, false])
        #expect(messages.map(\.frames.count) == [64, 64, 1])
        #expect(messages[1].texts == (0..<64).map(String.init))
    }

    @Test func drainsWhatIsThereUpToALimit() throws {
        let link = try Link()
        for number in 0..<5 { #expect(try link.sender.send(Message("\(number)"))) }
        var texts: [String] = []
        #expect(try link.receiver.drain(atMost: 3) { texts += $0.texts } == 3)
        #expect(texts == ["0", "1", "2"])
        #expect(try link.receiver.drain { texts += $0.texts } == 2)
        #expect(texts.count == 5)
        #expect(try link.receiver.drain { texts += $0.texts } == 0)
    }

    @Test func stopsDrainingWhenTheMessageCannotBePassedOn() throws {
        let link = try Link()
        let next = try Socket(.push, in: link.context)
        next.close()
        for number in 0..<3 { #expect(try link.sender.send(Message("\(number)"))) }
        #expect(throws: MessagingError.terminated(operation: "send")) {
            try link.receiver.drain { message throws(MessagingError) in _ = try next.send(message) }
        }
        #expect(try link.receiver.drain { _ in } == 2)
    }
}
