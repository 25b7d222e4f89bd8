import Samples
import Testing

@testable import Reports

@Suite struct ValueAxisTests {
    @Test(arguments: [
        (0, 100, ["0", "20", "40", "60", "80", "100"]), (0, 1_500_000, ["0", "0.5M", "1.0M", "1.5M"]),
        (-0.3, 0.31, ["−0.2", "0.0", "0.2"]), (0.0001, 0.0005, ["100µ", "200µ", "300µ", "400µ", "500µ"]),
        (12, 12.4, ["12.0", "12.1", "12.2", "12.3", "12.4"]), (5, 5, ["4.6", "4.8", "5.0", "5.2", "5.4"]),
        (0, 0, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
    ])
    func marksRoundValues(low: Double, high: Double, labels: [String]) {
        #expect(ValueAxis(low: low, high: high).ticks.map(\.label) == labels.map { $0 == "0.0" ? "0" : $0 })
    }

    @Test func worksForEverySize() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<5000 {
            let size = PowerOfTen.value(Int.random(in: -300...308, using: &generator))
            let ends = (0..<2).map { _ in Double.random(in: -1...1, using: &generator) * size }
            let axis = ValueAxis(low: ends[0], high: ends[1])
            #expect(axis.low < axis.high)
            let ticks = axis.ticks
            #expect((2...6).contains(ticks.count), "\(axis)")
            #expect(Set(ticks.map(\.label)).count == ticks.count, "\(ticks)")
            #expect(ticks.allSatisfy { $0.label.count < 16 }, "\(ticks)")
            for tick in ticks { #expect((-0.001...1.001).contains(axis.share(of: tick.value))) }
        }
    }

    @Test(arguments: [
        (-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude),
        (.leastNonzeroMagnitude, .leastNonzeroMagnitude), (-.leastNonzeroMagnitude, .leastNonzeroMagnitude),
        (1e300, 1e300), (-1e300, 1e300), (1_000_000, 1_000_000.000_000_1),
    ])
    func staysFinite(low: Double, high: Double) {
        let axis = ValueAxis(low: low, high: high)
        #expect(axis.low < axis.high && (axis.high - axis.low).isFinite)
        #expect((2...6).contains(axis.ticks.count))
        for value in [low, high, 0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude] {
            #expect(axis.share(of: value).isFinite)
        }
    }
}
