import Evaluation
import Testing

@Suite struct IntervalTests {
    @Test func bothEndsBelongToIt() {
        let interval = Interval(lower: -1, upper: 0)
        #expect(interval.contains(-1))
        #expect(interval.contains(0))
        #expect(!interval.contains(0.001))
        #expect(!interval.contains(.nan))
    }

    @Test func doesNotEndBelowItsStart() async {
        await #expect(processExitsWith: .failure) { _ = Interval(lower: 1, upper: 0) }
        await #expect(processExitsWith: .failure) { _ = Interval(lower: .nan, upper: 0) }
    }
}
