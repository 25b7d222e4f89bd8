import Testing

@testable import Stages

@Suite struct RestTimerTests {
    private static let second: UInt64 = 1_000_000_000

    @Test func aPublisherThatNeverCeasesGetsASecond() {
        let rest = RestTimer(drain: .seconds(60), start: 7 * Self.second, sending: 3)
        #expect(!rest.isOver(at: 8 * Self.second - 1, sending: 3))
        #expect(rest.isOver(at: 8 * Self.second, sending: 3))
    }

    @Test func waitingForTheNextStageDoesNotCount() {
        let rest = RestTimer(drain: .seconds(60), start: 0, sending: 5 * Self.second)
        #expect(!rest.isOver(at: 10 * Self.second, sending: 15 * Self.second))
        #expect(rest.isOver(at: 11 * Self.second, sending: 15 * Self.second))
    }

    @Test func halfOfTheDrainIsForWhatWasTaken() {
        let rest = RestTimer(drain: .seconds(4), start: 0, sending: 0)
        #expect(!rest.isOver(at: 2 * Self.second - 1, sending: 2 * Self.second - 1))
        #expect(rest.isOver(at: 2 * Self.second, sending: 2 * Self.second))
    }

    @Test func aShortDrainLeavesAQuarterForThePublishers() {
        let rest = RestTimer(drain: .milliseconds(400), start: 0, sending: 0)
        #expect(!rest.isOver(at: Self.second / 10 - 1, sending: 0))
        #expect(rest.isOver(at: Self.second / 10, sending: 0))
        #expect(RestTimer(drain: .zero, start: 9, sending: 0).isOver(at: 9, sending: 0))
    }
}
