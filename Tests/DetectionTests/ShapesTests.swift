import Detection
import Foundation
import Samples
import Testing

/// What four weeks of a shape raise while nothing is wrong, and whether something that is wrong is seen.
@Suite struct ShapesTests {
    enum Shape: String, CaseIterable {
        case switching, onAndOff, setpoint, sparse, rare, seldomOn
        case tiny, huge, negative, aroundZero, nearZero, nearOne, mostlyOne

        /// The values of so many minutes.
        func values(_ count: Int, seed: UInt64) -> [Double] {
            var generator = SeededGenerator(seed: seed &* 7919 &+ 13)
            var (left, level) = (0, 0.0)
            return (0..<count).map { _ in next(&generator, &left, &level) }
        }

        private func next(_ generator: inout SeededGenerator, _ left: inout Int, _ level: inout Double) -> Double {
            switch self {
            case .switching: return generator.uniform() < 0.5 ? 1 : 0
            case .onAndOff, .seldomOn:
                if left == 0 {
                    level = 1 - level
                    let on = self == .onAndOff ? 5...60 : 5...20
                    let off = self == .onAndOff ? 10...120 : 600...2000
                    left = Int.random(in: level == 1 ? on : off, using: &generator)
                }
                left -= 1
                return level
            case .setpoint:
                let before = level
                if left == 0 {
                    while level == before { level = [20, 35, 50, 80][Int.random(in: 0..<4, using: &generator)] }
                    left = Int.random(in: 120...720, using: &generator)
                }
                left -= 1
                return level
            case .sparse: return generator.uniform() < 0.02 ? 1 + generator.count() : 0
            case .rare: return generator.uniform() < 0.001 ? 1 + generator.count() : 0
            case .tiny: return 5e-12 * (1 + 0.1 * generator.normal())
            case .huge: return 4e15 * (1 + 0.01 * generator.normal())
            case .negative: return -4000 + 50 * generator.normal()
            case .aroundZero: return 3 * generator.normal()
            case .nearZero: return min(1, 0.004 * exp(0.4 * generator.normal()))
            case .nearOne: return max(0, 1 - 0.004 * exp(0.4 * generator.normal()))
            case .mostlyOne: return generator.uniform() < 0.97 ? 1 : 1 - 0.02 * generator.uniform()
            }
        }

        /// Values that it never has.
        var strange: [Double] {
            switch self {
            case .switching, .onAndOff: [5, -1]
            case .setpoint: [120, 0]
            case .sparse, .rare: [200, 30]
            case .seldomOn: [5]
            case .tiny: [5e-11, 0]
            case .huge: [6e15, 0]
            case .negative: [-8000, 0]
            case .aroundZero: [60, -60]
            case .nearZero: [0.3, 1]
            case .nearOne, .mostlyOne: [0.5, 0]
            }
        }
    }

    private static let minute: Int64 = 60_000
    private static let day = 1440

    private static func opened(_ values: [Double], _ shape: Shape) -> [Anomaly] {
        var configuration = DetectorConfiguration()
        // What is smaller than the floor is nothing: who has values of this size says so.
        if shape == .tiny { configuration.shape.absoluteFloor = 1e-15 }
        return Fixture.report(values, interval: minute, configuration).opened
    }

    /// Alarms in the four weeks of two series, and how many of them came after the first week.
    private static func alarms(_ shape: Shape) -> (all: Int, settled: Int) {
        let opened = ([1, 2] as [UInt64]).flatMap { Self.opened(shape.values(28 * day, seed: $0), shape) }
        return (opened.count, opened.count { $0.time.milliseconds > 7 * Int64(day) * minute })
    }

    /// The budget of two series in four weeks is 1.3 false alarms; of so few two may be.
    @Test(
        arguments: [
            .switching, .onAndOff, .tiny, .huge, .negative, .aroundZero, .nearZero, .nearOne, .mostlyOne,
        ] as [Shape])
    func cleanDataIsWithinTheBudget(shape: Shape) {
        #expect(Self.alarms(shape).all <= 2)
    }

    /// The levels of a setpoint and the sizes of events are news until they have been seen; then there should be one alarm in three weeks of
    /// two series. Measured are 4, 5, 16 and 8: what lies far from the rest and comes less often than every few hundred samples is
    /// forgotten by the tails before it comes again.
    @Test(arguments: zip([.setpoint, .sparse, .rare, .seldomOn] as [Shape], [4, 5, 16, 8]))
    func whatComesSeldomIsToldTooOften(shape: Shape, measured: Int) {
        let settled = Self.alarms(shape).settled
        #expect(settled <= measured)
        withKnownIssue { #expect(settled <= 1) }
    }

    @Test(arguments: Shape.allCases)
    func whatItNeverWasIsSeen(shape: Shape) {
        for strange in shape.strange {
            let values = shape.values(14 * Self.day, seed: 9) + [Double](repeating: strange, count: 10)
            let places = Self.opened(values, shape).map { Int($0.time.milliseconds / Self.minute) - 14 * Self.day }
            #expect(places.contains { (0...4).contains($0) }, "\(strange) after \(places)")
        }
    }

    /// A level that it never had but that lies among those that it has is not seen: no baseline knows which values there are.
    @Test(arguments: [(.setpoint, 65), (.onAndOff, 0.5)] as [(Shape, Double)])
    func aLevelBetweenOthersIsNotSeen(shape: Shape, level: Double) {
        let values = shape.values(14 * Self.day, seed: 9) + [Double](repeating: level, count: 10)
        withKnownIssue {
            #expect(Self.opened(values, shape).contains { $0.time.milliseconds >= 14 * Int64(Self.day) * Self.minute })
        }
    }

    /// Seconds or milliseconds, bytes or gigabytes: the same samples open the same anomalies.
    @Test(arguments: [0.001, 60, 1000, 1e9])
    func theUnitDecidesNothing(factor: Double) {
        var values = Fixture.noise(4 * Self.day)
        for place in [1000, 3000, 5000] { values[place] += 60 }
        for place in 4000..<4200 { values[place] -= 20 }
        let (here, there) = (Self.opened(values, .huge), Self.opened(values.map { $0 * factor }, .huge))
        #expect(here.count >= 4 && here.map(\.time) == there.map(\.time))
        #expect(zip(here, there).allSatisfy { abs($0.score - $1.score) < 0.01 })
    }
}

extension SeededGenerator {
    /// From the Poisson distribution of mean 2.
    fileprivate mutating func count() -> Double {
        var (count, product) = (0.0, uniform())
        while product > exp(-2) { (count, product) = (count + 1, product * uniform()) }
        return count
    }
}
