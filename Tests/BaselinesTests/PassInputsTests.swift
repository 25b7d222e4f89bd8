import Baselines
import Testing

@Suite struct PassInputsTests {
    @Test func theRangeReachesFromTheLowestSeriesToTheHighest() {
        var inputs = PassInputs(capacity: 8)
        #expect(inputs.range.isEmpty)
        inputs.set(5, value: 1)
        inputs.set(2, value: 2, weight: 0.5, phase: 0.25, interval: 0.125)
        #expect(inputs.range == 2..<6)
        #expect(inputs.values[3].isNaN)
        #expect(inputs.weights[2] == 0.5)
        #expect(inputs.phases[2] == 0.25)
        #expect(inputs.intervals[2] == 0.125)
    }

    @Test func clearingForgetsEverySample() {
        var inputs = PassInputs(capacity: 4)
        for index in 0..<4 { inputs.set(index, value: 1) }
        inputs.clear()
        #expect(inputs.range.isEmpty)
        #expect(inputs.values.allSatisfy { $0.isNaN })
    }
}
