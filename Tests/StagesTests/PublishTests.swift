import Measurements
import Messaging
import Samples
import Testing
import WireFormat

@testable import Stages

@Suite(.timeLimit(.minutes(1))) struct PublishTests {
    private static let subscribed = "andon_subscriptions_total{change=\"added\"}"

    private func announcement(_ number: Int, _ severity: Severity, service: String? = nil) -> Announcement {
        var announcement = Announcement()
        announcement.head.arrival = 1
        announcement.service = service
        announcement.anomaly = Example.anomaly("\(number)", severity: severity, suspects: Example.suspects)
        return announcement
    }

    private var end: Announcement {
        var end = Announcement()
        end.head.isEnd = true
        return end
    }

    /// Runs Publish over the announcements, and `body` before the end.
    @Outside private func publish(
        _ line: Line, _ announcements: [Announcement], before body: @Outside () async throws -> Void
    ) async throws {
        let source = try line.socket(.push, to: Endpoint("inproc://announced"))
        defer { source.close() }
        try await run([line.publish]) {
            try await line.ledger.wait(Self.subscribed, atLeast: 1)
            for announcement in announcements { try push(announcement.encoded(), to: source) }
            try await body()
            try push(end.encoded(), to: source)
        }
    }

    @Test @Outside func aSubscriberGetsTopicHeaderAndEvent() async throws {
        let line = try await Line()
        defer { line.end() }
        let subscriber = try line.socket(.sub, to: line.exit)
        defer { subscriber.close() }
        let sent = announcement(1, .critical, service: "cart.eu west")
        try await publish(line, [sent]) {
            let message = try next(from: subscriber)
            try #require(message.frames.count == 3)
            #expect(message.frames[0].text == "anomaly.critical.cart_eu_west")
            let header = try message.frames[1].withBytes { try MessageHeader.decode($0).get() }
            #expect(
                header
                    == MessageHeader(
                        publisher: "here/anomaly.critical", sequence: 1, contentType: .cloudEvents, sentAt: Example.now)
            )
            let event = try message.frames[2].withBytes { try AnomalyJSON.decode($0).get() }
            #expect(event.anomaly == sent.anomaly && event.source == "andon/here" && event.service == "cart.eu west")
        }
        #expect(line.ledger["andon_anomalies_total{phase=\"opened\",severity=\"critical\"}"] == 1)
        #expect(line.ledger["andon_anomaly_latency_seconds"] == 1)
        #expect(line.ledger["andon_stage_items_total{stage=\"publish\"}"] == 1)
        #expect(await line.publish.recent() == [sent.anomaly])
    }

    @Test @Outside func numbersEachSeverityByItself() async throws {
        let line = try await Line()
        defer { line.end() }
        let subscriber = try line.socket(.sub, to: line.exit)
        defer { subscriber.close() }
        let severities: [Severity] = [.info, .critical, .info, .warning, .critical, .info]
        try await publish(line, severities.enumerated().map { announcement($0, $1) }) {
            var numbers: [String: [UInt64]] = [:]
            for _ in severities {
                let header = try next(from: subscriber).frames[1].withBytes { try MessageHeader.decode($0).get() }
                numbers[header.publisher, default: []].append(header.sequence)
            }
            #expect(
                numbers == [
                    "here/anomaly.info": [1, 2, 3], "here/anomaly.warning": [1], "here/anomaly.critical": [1, 2],
                ])
        }
    }

    @Test @Outside func aSlowSubscriberHoldsUpNobodyAndIsCounted() async throws {
        let line = try await Line(exitMark: 4)
        defer { line.end() }
        let slow = try line.socket(.sub, to: line.exit, mark: 4)
        let quick = try line.socket(.sub, to: line.exit, mark: 1000)
        defer {
            slow.close()
            quick.close()
        }
        let count = 200
        try await publish(line, (0..<count).map { announcement($0, .info) }) {
            for number in 0..<count {
                let event = try next(from: quick).frames[2].withBytes { try AnomalyJSON.decode($0).get() }
                #expect(event.anomaly.id == "\(number)")
            }
        }
        #expect(line.ledger["andon_stage_dropped_total{reason=\"slow_subscriber\",stage=\"publish\"}"] ?? 0 >= 1)
        #expect(line.ledger["andon_stage_sent_total{stage=\"publish\"}"] == Double(count))
    }

    @Test @Outside func countsSubscriptionsThatComeAndGo() async throws {
        let line = try await Line()
        defer { line.end() }
        let subscriber = try line.socket(.sub, to: line.exit)
        defer { subscriber.close() }
        try await publish(line, []) {
            try subscriber.unsubscribe("")
            try await line.ledger.wait("andon_subscriptions_total{change=\"removed\"}", atLeast: 1)
        }
        #expect(line.ledger[Self.subscribed] == 1)
    }
}
