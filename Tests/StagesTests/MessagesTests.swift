import Detection
import Messaging
import Samples
import Testing

@testable import Stages

/// All messages between stages: what is written is read again, and what is damaged is `nil`.
@Suite struct MessagesTests {
    /// One kind of message: its bytes, and whether bytes can be read as one.
    struct Kind: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var parts: [[UInt8]]
        var isReadable: @Sendable (Message) -> Bool
    }

    static var announcement: Announcement {
        var announcement = Announcement()
        announcement.head.arrival = 77
        announcement.service = "cart"
        announcement.anomaly = Example.anomaly(phase: .closed, suspects: Example.suspects)
        announcement.feedback = FeedbackRecord(Example.feedback[0])
        announcement.heldBack = Example.heldBack
        announcement.overBudget = [OverBudget(budget: "web", anomaly: Example.anomaly())]
        announcement.accounts = [BudgetAccount(budget: "web", given: 1.5, told: 2, withheld: 3)]
        return announcement
    }

    static let kinds = [
        Kind(testDescription: "routed", parts: Example.routed.encoded().parts) { RoutedMessage(decoding: $0) != nil },
        Kind(testDescription: "scored", parts: Example.scored.encoded().parts) { ScoredMessage(decoding: $0) != nil },
        Kind(testDescription: "findings", parts: Example.findings.encoded().parts) { Findings(decoding: $0) != nil },
        Kind(testDescription: "announcement", parts: announcement.encoded().parts) {
            Announcement(decoding: $0) != nil
        },
    ]

    @Test func routedMessagesComeBackAsTheyWere() throws {
        let sent = Example.routed
        let got = try #require(RoutedMessage(decoding: sent.encoded()))
        #expect(got.head == sent.head)
        #expect(got.definitions == sent.definitions)
        #expect(got.changes == sent.changes)
        #expect(got.feedback == sent.feedback)
        #expect(got.jumps == sent.jumps)
        #expect(got.samples == sent.samples)
        #expect(got.samples.values[1].sign == .minus)
    }

    @Test func scoredMessagesComeBackAsTheyWere() throws {
        let sent = Example.scored
        let got = try #require(ScoredMessage(decoding: sent.encoded()))
        #expect(got.head == sent.head && got.definitions == sent.definitions)
        #expect(got.samples.series == sent.samples.series && got.samples.times == sent.samples.times)
        #expect(got.samples.values == sent.samples.values)
        #expect(got.scores == sent.scores)
    }

    @Test func findingsComeBackAsTheyWere() throws {
        let sent = Example.findings
        let got = try #require(Findings(decoding: sent.encoded()))
        #expect(got.head == sent.head)
        #expect(got.definitions == sent.definitions)
        #expect(got.changes == sent.changes)
        #expect(got.movements == sent.movements)
        #expect(got.transitions == sent.transitions)
        #expect(got.feedback == sent.feedback && got.heldBack == sent.heldBack)
        #expect(got.exposures == sent.exposures)
    }

    @Test func announcementsComeBackAsTheyWere() throws {
        let sent = Self.announcement
        let got = try #require(Announcement(decoding: sent.encoded()))
        #expect(got.head == sent.head && got.service == "cart" && got.anomaly == sent.anomaly)
        #expect(got.feedback == sent.feedback && got.heldBack == sent.heldBack)
        #expect(got.overBudget == sent.overBudget && got.accounts == sent.accounts)
        let empty = try #require(Announcement(decoding: Announcement().encoded()))
        #expect(empty.anomaly == nil && empty.service == nil && empty.head == MessageHead())
    }

    @Test func aChangeMayHaveMoreLabelsThanSixteenBitsCount() throws {
        let labels = Labels((0..<70_000).map { (name: "l\($0)", value: "") })
        let change = SteppedChange(step: 1, change: Change(id: "x", time: Example.now, what: "w", labels: labels))
        let bytes = [change].encoded()
        #expect(bytes.withUnsafeBytes { [SteppedChange](decoding: $0) } == [change])
    }

    @Test(arguments: kinds)
    func aMessageCutAnywhereIsRefusedOrShorter(kind: Kind) {
        #expect(kind.isReadable(Message(parts: kind.parts)))
        for (place, part) in kind.parts.enumerated() {
            for length in 0..<part.count {
                var cut = kind.parts
                cut[place] = Array(part[..<length])
                // A list that ends between two of its elements is a shorter list; a head or a column is not.
                if kind.isReadable(Message(parts: cut)) { #expect(place > 0) }
            }
        }
    }

    @Test(arguments: kinds)
    func aMessageWithAnotherNumberOfFramesIsRefused(kind: Kind) {
        #expect(!kind.isReadable(Message(parts: [])))
        #expect(!kind.isReadable(Message(parts: kind.parts + [[]])))
        for count in 0..<kind.parts.count {
            #expect(!kind.isReadable(Message(parts: Array(kind.parts[..<count]))))
        }
    }

    @Test(arguments: kinds)
    func aMessageOfAnotherVersionIsRefused(kind: Kind) {
        var other = kind.parts
        other[0][0] += 1
        #expect(!kind.isReadable(Message(parts: other)))
        #expect(!kind.isReadable(Message(parts: [kind.parts[0] + [0]] + kind.parts.dropFirst())))
    }

    @Test(arguments: kinds)
    func damagedBytesNeverCrash(kind: Kind) {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            var damaged = kind.parts
            let place = Int.random(in: 0..<damaged.count, using: &random)
            guard !damaged[place].isEmpty else { continue }
            let byte = Int.random(in: 0..<damaged[place].count, using: &random)
            damaged[place][byte] = UInt8.random(in: 0...255, using: &random)
            _ = kind.isReadable(Message(parts: damaged))
        }
    }

    @Test(arguments: 5...8)
    func columnsOfUnequalLengthAreRefused(column: Int) {
        var parts = Example.routed.encoded().parts
        parts[column] = Array(parts[column].dropLast(column == 5 ? 4 : 8))
        #expect(RoutedMessage(decoding: Message(parts: parts)) == nil)
    }

    @Test(arguments: 0..<8)
    func columnsAreReadFromAnyAddress(offset: Int) {
        let values = [1.5, -2.25, .pi]
        let bytes = [UInt8](repeating: 0xEE, count: offset) + values.withUnsafeBytes { Array($0) }
        bytes.withUnsafeBytes { all in
            let column = UnsafeRawBufferPointer(rebasing: all[offset...])
            #expect(Columns.read(column, as: Double.self) == values)
        }
        #expect(Columns.read(UnsafeRawBufferPointer(start: nil, count: 0), as: Double.self) == [])
    }
}
