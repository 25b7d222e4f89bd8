import Detection
import Samples
import Testing

/// Sensitive at once, not taught by incidents, right about seasons.
@Suite struct DetectorLearningTests {
    @Test func anIncidentDoesNotTeach() throws {
        let values = Fixture.noise(1000) + Fixture.noise(600, level: 150, seed: 2) + Fixture.noise(200, seed: 3)
        var detector = Fixture.detector()
        let report = detector.report(Fixture.samples(values))
        #expect(report.opened.count == 1)
        let closed = try #require(report.closed.first)
        #expect(closed.closeReason == .recovered)
        #expect(closed.time <= EventTime(seconds: 1609))
        #expect(closed.terms.allSatisfy { $0.baseline == "spread" || abs($0.expected - 100) < 2 })
    }

    @Test(arguments: [(8.0, 8), (15, 4), (50, 2)])
    func seesAStepSoon(size: Double, samples: Int) {
        for seed in 0..<20 as Range<UInt64> {
            let values = Fixture.noise(300, seed: seed) + Fixture.noise(60, level: 100 + size, seed: seed + 1000)
            let told = Fixture.report(values).opened.first { $0.time >= EventTime(seconds: 300) }
            #expect(told.map { $0.time < EventTime(seconds: 300 + Int64(samples)) } == true, "seed \(seed)")
        }
    }

    /// Two weeks of five-minute data: exactly what was injected, from the second day on, and nothing else.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func tellsExactlyWhatWasInjectedIntoASeason(seed: UInt64) {
        var generator = SeededGenerator(seed: 100 + seed)
        let level = [50.0, 100, 1000][Int(seed % 3)]
        let (spike, shift, drop) = (3 * 288 + 200, 5 * 288 + 130, 9 * 288 + 100)
        let values = (0..<14 * 288).map { index -> Double in
            if (drop..<drop + 12).contains(index) { return 0 }
            let season = 10 * generator.wave(Double(index) / 288 + Double(seed) / 6)
            let fault = index == spike ? 15.0 : (shift..<shift + 24).contains(index) ? 8 : 0
            return level + season + generator.normal() + fault
        }
        let report = Fixture.report(values, interval: 300_000)
        #expect(
            report.opened.map { Int($0.onset.milliseconds / 300_000) }.elementsEqual([spike, shift, drop]) {
                // An onset may take in a neighbour that was strange by chance.
                ($1 - 1...$1).contains($0)
            })
        #expect(report.closed.map(\.closeReason) == [.recovered, .recovered, .recovered])
    }
}
