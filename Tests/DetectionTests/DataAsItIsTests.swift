import Detection
import Foundation
import Samples
import Testing

/// Shapes that real input has and textbooks have not.
@Suite struct DataAsItIsTests {
    private static func opened(_ values: [Double], interval: Int64 = 60_000) -> [Anomaly] {
        Fixture.report(values, interval: interval).opened
    }

    /// Which values, by their place, opened an anomaly.
    private static func places(_ values: [Double], interval: Int64 = 60_000) -> [Int] {
        opened(values, interval: interval).map { Int($0.time.milliseconds / interval) }
    }

    @Test(arguments: [0, 1, -3.5, 1e12])
    func aConstantNeverAlarms(value: Double) {
        #expect(Self.opened([Double](repeating: value, count: 20_000)).isEmpty)
    }

    @Test(arguments: [(0, 1), (5, 6), (1000, 900), (1, 0)] as [(Double, Double)])
    func aChangeOfAConstantIsSeen(from: Double, to: Double) {
        let values = [Double](repeating: from, count: 2000) + [Double](repeating: to, count: 20)
        #expect(Self.places(values).contains { (2000...2002).contains($0) })
    }

    @Test func aDropToZeroIsSeenWithinThreeSamples() {
        let values = Fixture.noise(1000) + [Double](repeating: 0, count: 20)
        #expect(Self.places(values).contains { (1000...1002).contains($0) })
    }

    /// Traffic that is nearly nothing at night, on the fifteenth day at its busiest.
    @Test func aDropToZeroIsSeenAtTheBusyHour() {
        var generator = SeededGenerator(seed: 9)
        let drop = 14 * 288 + 144
        let values = (0..<(drop + 20)).map { index -> Double in
            let level = 505 - 500 * cos(2 * .pi * Double(index % 288) / 288)
            return index >= drop ? 0 : max(0, level + level.squareRoot() * generator.normal())
        }
        #expect(Self.places(values, interval: 300_000).contains { (drop...(drop + 2)).contains($0) })
    }

    /// Gaps and irregular steps teach no other level and raise nothing while the values behave.
    @Test func gapsAndIrregularStepsRaiseNothing() {
        var (generator, samples, time) = (SeededGenerator(seed: 10), RoutedSamples(), Int64(0))
        for index in 0..<3000 {
            time += Int64.random(in: 20_000...140_000, using: &generator)
            if index % 500 == 499 { time += 7_200_000 }
            samples.append(series: 0, time: time, step: time, value: 100 + generator.normal())
        }
        // That the gaps are told as silences is held elsewhere.
        var detector = Fixture.detector(Fixture.configuration(Policy(silence: .off)))
        #expect(detector.report(samples).opened.isEmpty)
    }

    @Test func duplicatesRaiseNothing() {
        var samples = RoutedSamples()
        for (index, value) in Fixture.noise(2000).enumerated() {
            for _ in 0..<(index % 7 == 0 ? 3 : 1) {
                let time = Int64(index) * 60_000
                samples.append(series: 0, time: time, step: time, value: value)
            }
        }
        var detector = Fixture.detector()
        #expect(detector.report(samples).opened.isEmpty)
    }
}
