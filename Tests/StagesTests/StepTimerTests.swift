import Testing

@testable import Stages

@Suite struct StepTimerTests {
    private static let millisecond: UInt64 = 1_000_000

    @Test func aStepIsOverAfterSilence() {
        var timer = StepTimer(silence: .milliseconds(50))
        timer.note(step: 1, at: 100 * Self.millisecond)
        #expect(!timer.isOver(at: 149 * Self.millisecond))
        #expect(timer.isOver(at: 150 * Self.millisecond))
        timer.note(step: 1, at: 149 * Self.millisecond)
        #expect(!timer.isOver(at: 198 * Self.millisecond))
    }

    @Test func aStepThatSamplesKeepOpenIsOverAfterASecond() {
        var timer = StepTimer(silence: .milliseconds(50))
        for time in stride(from: UInt64(0), to: 1000, by: 40) {
            timer.note(step: 9, at: time * Self.millisecond)
            #expect(!timer.isOver(at: time * Self.millisecond))
        }
        timer.note(step: 9, at: 1000 * Self.millisecond)
        #expect(timer.isOver(at: 1000 * Self.millisecond))
        timer.note(step: 10, at: 1000 * Self.millisecond)
        #expect(!timer.isOver(at: 1001 * Self.millisecond))
    }

    @Test func aLongSilenceIsNeverCutShort() {
        var timer = StepTimer(silence: .seconds(3600))
        timer.note(step: 1, at: 0)
        #expect(!timer.isOver(at: 3_599_999 * Self.millisecond))
    }
}
