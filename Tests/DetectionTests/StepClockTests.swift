import Detection
import Samples
import Testing

@Suite struct StepClockTests {
    @Test func stepsAreTheRunningMaximum() {
        var random = SeededGenerator(seed: 3)
        var clock = StepClock()
        var largest = Int64.min
        for _ in 0..<10_000 {
            let time = Int64.random(in: -1_000_000...1_000_000, using: &random)
            largest = max(largest, time)
            #expect(clock.step(of: time) == largest)
            #expect(clock.current == largest)
        }
    }

    @Test func aClosedStepTakesNoMoreSamples() {
        var clock = StepClock()
        #expect(clock.step(of: 5) == 5)
        #expect(clock.isOpen)
        clock.close()
        #expect(clock.current == 6 && !clock.isOpen)
        clock.close()
        #expect(clock.current == 6)
        #expect(clock.step(of: 5) == 6)
        #expect(clock.step(of: 6) == 6)
        #expect(clock.step(of: 9) == 9)
    }

    @Test func nothingEndsBeforeTheFirstSample() {
        var clock = StepClock()
        clock.close()
        #expect(clock.current == .min)
        #expect(clock.stepOfChange() == .min)
        #expect(!clock.isOpen)
    }

    @Test func aChangeOpensTheStepItIsCountedTo() {
        var clock = StepClock()
        _ = clock.step(of: 5)
        clock.close()
        #expect(clock.stepOfChange() == 6)
        #expect(clock.isOpen)
        clock.close()
        #expect(clock.current == 7)
    }

    @Test func tellsOnceWhereNothingCameIn() {
        var clock = StepClock()
        for time in [5, 3005, 10_000, 9000, 20_000] as [Int64] { _ = clock.step(of: time) }
        #expect(clock.takeJumps() == [StepJump(from: 3005, to: 10_000), StepJump(from: 10_000, to: 20_000)])
        #expect(clock.takeJumps().isEmpty)
    }

    @Test func theEndOfTimeIsNoTrap() {
        var clock = StepClock()
        #expect(clock.step(of: .max) == .max)
        clock.close()
        #expect(clock.step(of: 0) == .max)
        var whole = StepClock()
        _ = whole.step(of: .min + 1)
        _ = whole.step(of: .max)
        #expect(whole.takeJumps().count == 1)
    }
}
