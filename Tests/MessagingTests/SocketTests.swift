import Messaging
import Testing

@Suite struct SocketTests {
    @Test(arguments: Socket.Kind.allCases)
    func closesAnyNumberOfTimes(kind: Socket.Kind) throws {
        let socket = try Socket(kind, in: MessagingContext())
        socket.close()
        socket.close()
        #expect(throws: MessagingError.terminated(operation: "receive")) { try socket.receive() }
        #expect(throws: MessagingError.terminated(operation: "send")) { try socket.send(Message("late")) }
        #expect(throws: MessagingError.terminated(operation: "bind inproc://late")) {
            try socket.bind(Endpoint("inproc://late"))
        }
    }

    @Test func keepsItsContextAlive() throws {
        func make() throws -> (Socket, Socket) {
            let context = try MessagingContext()
            return (try Socket(.pull, in: context), try Socket(.push, in: context))
        }
        let (receiver, sender) = try make()
        try receiver.bind(.free(.inproc))
        try sender.connect(.free(.inproc))
        #expect(try sender.send(Message("hello")))
        #expect(try receiver.receive()?.texts == ["hello"])
    }

    @Test func deliversWhatLingersAfterTheClose() throws {
        let link = try Link(over: .tcp)
        #expect(try link.sender.sendEventually(Message("last words")))
        link.sender.close()
        #expect(try link.receiver.receiveEventually()?.texts == ["last words"])
    }

    @Test func talksToAPeerThatDoesNotKnowHeartbeats() throws {
        var options = SocketOptions.quick
        options.heartbeat = nil
        let link = try Link(over: .tcp, sendOptions: options, receiveOptions: options)
        #expect(try link.sender.sendEventually(Message("hello")))
        #expect(try link.receiver.receiveEventually()?.texts == ["hello"])
    }
}
