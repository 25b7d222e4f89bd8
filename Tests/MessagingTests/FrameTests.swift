import Messaging
import Testing

@Suite struct FrameTests {
    @Test(arguments: [0, 1, 33, 34, 1 << 20])
    func holdsWhatWasWrittenIntoIt(byteCount: Int) {
        let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0) }
        let frame = Frame(byteCount: byteCount) { $0.copyBytes(from: bytes) }
        #expect(frame.count == byteCount)
        #expect(frame.withBytes { Array($0) } == bytes)
        #expect(Frame(copying: bytes).withBytes { Array($0) } == bytes)
    }

    @Test func readsTextOnlyWhereItIsText() {
        #expect(Frame("Grüße").text == "Grüße")
        #expect(Frame("").text == "")
        #expect(Frame(copying: [0xFF, 0x41]).text == nil)
    }

    @Test func passesOnWhatTheFillerThrows() {
        struct Refusal: Error, Equatable {}
        #expect(throws: Refusal()) {
            try Frame(byteCount: 1_000) { _ throws(Refusal) in throw Refusal() }
        }
    }

    @Test func addsUpToAMessage() {
        #expect(Message(Frame("ab"), Frame(""), Frame("c")).totalBytes == 3)
        #expect(!Message(Frame("ab")).isTruncated)
    }

    @Test func isNotCopiedOnItsWayThroughTheProcess() throws {
        let link = try Link()
        let frame = Frame(copying: [UInt8](repeating: 7, count: 4_096))
        #expect(try link.sender.send(Message(frame)))
        let received = try #require(try link.receiver.receive())
        let sentFrom = frame.withBytes { UInt(bitPattern: $0.baseAddress) }
        #expect(received.frames[0].withBytes { UInt(bitPattern: $0.baseAddress) } == sentFrom)
    }

    @Test func outlivesItsSocketAndItsSender() throws {
        let message: Message?
        do {
            let link = try Link()
            #expect(try link.sender.send(Message(String(repeating: "x", count: 100))))
            message = try link.receiver.receive()
            link.sender.close()
            link.receiver.close()
            link.context.close()
        }
        #expect(message?.texts == [String(repeating: "x", count: 100)])
    }
}
