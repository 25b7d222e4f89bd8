import Samples
import Testing
import WireFormat

@Suite struct MessageHeaderTests {
    @Test func comesBackAsItWent() {
        let header = MessageHeader(
            publisher: "host-1/emit", sequence: .max, contentType: ContentType(rawValue: "text/later"),
            sentAt: EventTime(milliseconds: -5))
        #expect(header.encoded().withUnsafeBytes { MessageHeader.decode($0) } == .success(header))
    }

    @Test(arguments: [[], [0x10, 0x01], [0x0A, 0x00], [0x0A, 0x01, 0xFF]] as [[UInt8]])
    func needsAPublisher(_ bytes: [UInt8]) {
        let result = bytes.withUnsafeBytes { MessageHeader.decode($0) }
        guard case .failure(let refusal) = result else {
            Issue.record("taken: \(result)")
            return
        }
        #expect(refusal.reason == .malformed)
    }

    @Test func passesOverFieldsOfLaterVersions() {
        let header = MessageHeader(publisher: "p", sequence: 1, contentType: .json, sentAt: Door.arrival)
        let later = header.encoded() + [0x7A, 0x02, 0x01, 0x02]
        #expect(later.withUnsafeBytes { MessageHeader.decode($0) } == .success(header))
    }
}
