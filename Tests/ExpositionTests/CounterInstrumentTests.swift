import Testing

@testable import Exposition

@Suite struct CounterInstrumentTests {
    @Test func neverFalls() {
        let counter = CounterInstrument()
        counter.increment(by: Int64(5))
        counter.increment(by: Int64(-3))
        counter.increment(by: -0.5)
        counter.increment(by: Double.nan)
        counter.increment(by: Double.infinity)
        #expect(counter.text == "5")
    }

    @Test func countsFarWithoutLosingDigits() {
        let counter = CounterInstrument()
        counter.increment(by: Int64.max)
        counter.increment(by: Int64(1))
        #expect(counter.text == "9223372036854775808")
    }

    @Test func takesOverATotalThatOnlyGrows() {
        let counter = CounterInstrument()
        counter.advance(to: 1.5)
        counter.advance(to: 1.25)
        counter.advance(to: .nan)
        #expect(counter.text == "1.5")
    }

    @Test func startsAnewAfterAReset() {
        let counter = CounterInstrument()
        counter.increment(by: Int64(5))
        counter.increment(by: 0.5)
        counter.reset()
        #expect(counter.text == "0")
    }
}
