import Foundation
import Messaging
import Samples
import Testing
import WireFormat

@testable import Andon

@Suite(.timeLimit(.minutes(1))) struct SampleRecorderTests {
    private func message(_ sequence: UInt64, _ body: String) -> Message {
        let header = MessageHeader(
            publisher: "here/sample.", sequence: sequence, contentType: .json, sentAt: EventTime(milliseconds: 0))
        return Message(Frame("sample.batch"), Frame(copying: header.encoded()), Frame(body))
    }

    @Test func writesOneMessageALineAndCountsWhatItMissed() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString).jsonl").path
        let tap = try Socket(.xpub, in: MessagingContext())
        let recorder = try SampleRecorder(endpoint: tap.bind(Endpoint("ipc://*")), path: path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await recorder.run() }
            while try tap.tryReceive() == nil { await Task.yield() }
            for (sequence, body) in [(7, "a"), (8, "b"), (11, "c")] {
                #expect(try tap.publish(message(UInt64(sequence), body)))
            }
            while await recorder.messages < 3 { await Task.yield() }
            group.cancelAll()
            try await group.waitForAll()
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "a\nb\nc\n")
        #expect(await recorder.lost == 2)
        recorder.executor.shutdown()
        tap.close()
        try FileManager.default.removeItem(atPath: path)
    }

    @Test func saysWhichFileCannotBeWritten() throws {
        let error = #expect(throws: RecordingFailure.self) {
            try SampleRecorder(endpoint: Endpoint("ipc:///tmp/nobody"), path: "/nowhere/at/all.jsonl")
        }
        #expect(error?.description.hasPrefix("/nowhere/at/all.jsonl cannot be written: ") == true)
    }
}
