import Messaging
import Testing

@Suite struct SocketSendingTests {
    @Test(arguments: Endpoint.Transport.allCases)
    func takesExactlyWhatTheMarksAllow(transport: Endpoint.Transport) throws {
        var options = SocketOptions.quick
        options.sendHighWaterMark = 1
        options.receiveHighWaterMark = 1
        let link = try Link(over: transport, sendOptions: options, receiveOptions: options)
        // Large ones, so that the buffers of the system hold few of them.
        let payload = Frame(copying: [UInt8](repeating: 0, count: 1 << 20))
        var accepted = 0
        while try link.sender.send(Message(Frame("\(accepted)"), payload)) {
            accepted += 1
            try #require(accepted < 100)
        }
        if transport == .inproc {
            // One for each side. Over the others the system takes some more, in its own time.
            #expect(accepted == 2)
            #expect(try !link.sender.trySend(Message(Frame("refused"), payload)))
        }
        let received = try (0..<accepted).map { _ in try link.receiver.receiveEventually()?.frames[0].text }
        #expect(received == (0..<accepted).map(String.init))
        #expect(try link.receiver.receive() == nil)
        // And there is room again.
        #expect(try link.sender.sendEventually(Message("next")))
        #expect(try link.receiver.receiveEventually()?.texts == ["next"])
    }

    @Test func sendsTheSameMessageToMany() throws {
        let links = try (0..<3).map { _ in try Link() }
        let message = Message(Frame("topic"), Frame(String(repeating: "x", count: 10_000)))
        for link in links { #expect(try link.sender.send(message)) }
        for link in links { #expect(try link.receiver.receive()?.texts == message.texts) }
        #expect(message.totalBytes == 10_005)
    }

    @Test func passesAReceivedMessageOn() throws {
        let first = try Link()
        let second = try Link()
        #expect(try first.sender.send(Message(Frame("a"), Frame("b"), Frame("c"))))
        let received = try #require(try first.receiver.receive())
        // Without its last frame: whether another follows is decided anew.
        #expect(try second.sender.send(Message(Array(received.frames.dropLast()))))
        #expect(try second.receiver.receive()?.texts == ["a", "b"])
    }

    @Test func isNotTakenWithoutAnyPeer() throws {
        let context = try MessagingContext()
        for kind in [Socket.Kind.push, .dealer, .pair] {
            let socket = try Socket(kind, in: context, options: .quick)
            #expect(try !socket.trySend(Message(Frame("a"), Frame("b"))))
            #expect(try !socket.send(Message(Frame("a"), Frame("b"))))
        }
        #expect(try Socket(.pub, in: context).trySend(Message("to nobody")))
    }

    @Test func isRefusedByAKindThatOnlyReceives() throws {
        let context = try MessagingContext()
        let error = #expect(throws: MessagingError.self) { try Socket(.pull, in: context).send(Message("a")) }
        #expect(error?.blame == .us)
    }

    @Test func answersThePeerThatAsked() throws {
        let link = try Link(over: .tcp, from: .dealer, to: .router)
        #expect(try link.sender.sendEventually(Message("question")))
        let question = try #require(try link.receiver.receiveEventually())
        #expect(question.frames.count == 2)
        #expect(try link.receiver.send(Message(question.frames[0], Frame("answer"))))
        #expect(try link.sender.receiveEventually()?.texts == ["answer"])
        #expect(throws: MessagingError.unreachable(operation: "send")) {
            try link.receiver.send(Message(Frame("nobody"), Frame("answer")))
        }
        #expect(try link.receiver.send(Message(question.frames[0], Frame("still here"))))
        #expect(try link.sender.receiveEventually()?.texts == ["still here"])
    }

    @Test(arguments: [Socket.Kind.pub, .xpub])
    func keepsServingThoseWhoKeepUp(kind: Socket.Kind) throws {
        var options = SocketOptions.quick
        options.sendHighWaterMark = 2
        options.receiveHighWaterMark = 2
        let context = try MessagingContext()
        let publisher = try Socket(kind, in: context, options: options)
        let endpoint = try publisher.bind(.free(.inproc))
        let (slow, quick) = (
            try Socket(.sub, in: context, options: options), try Socket(.sub, in: context, options: options)
        )
        for subscriber in [slow, quick] {
            try subscriber.connect(endpoint)
            try subscriber.subscribe("")
        }
        // Until both subscriptions have arrived.
        while try slow.tryReceive() == nil || quick.tryReceive() == nil { _ = try publisher.publish(Message("hello")) }
        for subscriber in [slow, quick] { try subscriber.drain { _ in } }
        var outcomes: [Bool] = []
        for number in 0..<6 {
            outcomes.append(try publisher.publish(Message(Frame("\(number)"), Frame("body"))))
            #expect(try quick.receive()?.texts == ["\(number)", "body"])
        }
        // Once it has fallen behind it is left out, and that is told once.
        #expect(outcomes.count { !$0 } == 1)
        let lost = try #require(outcomes.firstIndex(of: false))
        var late: [[String]] = []
        try slow.drain { late.append($0.texts) }
        #expect(late == (0..<lost).map { ["\($0)", "body"] })
        // It has read what waited for it, so it is served again.
        while try slow.tryReceive() == nil { _ = try publisher.publish(Message("again")) }
    }

    @Test func saysWhenOneSubscriberIsFull() throws {
        var options = SocketOptions.quick
        options.sendHighWaterMark = 1
        options.receiveHighWaterMark = 1
        let link = try Link(from: .xpub, to: .sub, sendOptions: options, receiveOptions: options)
        try link.receiver.subscribe("")
        #expect(try link.sender.receiveEventually() != nil)
        #expect(try (0..<4).map { try link.sender.trySend(Message("\($0)")) } == [true, true, false, false])
        #expect(try link.receiver.receive()?.texts == ["0"])
        #expect(try link.receiver.receive()?.texts == ["1"])
        #expect(try link.receiver.tryReceive() == nil)
    }
}
