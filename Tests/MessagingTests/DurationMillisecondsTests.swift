import Testing

@testable import Messaging

@Suite struct DurationMillisecondsTests {
    @Test(
        arguments: [
            (Duration.zero, 0), (.milliseconds(1), 1), (.nanoseconds(1), 1), (.microseconds(1_001), 2),
            (.seconds(30), 30_000),
        ] as [(Duration, Int32)])
    func roundsUp(duration: Duration, milliseconds: Int32) {
        #expect(duration.milliseconds == milliseconds)
    }

    @Test func isNilBeyondWhatLibzmqTakes() {
        #expect(Duration.seconds(3_000_000).milliseconds == nil)
        #expect(Duration.seconds(Int64.max).milliseconds == nil)
    }
}
