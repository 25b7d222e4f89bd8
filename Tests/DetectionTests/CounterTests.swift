import Samples
import Testing

@testable import Detection

/// One series, value by value.
@Suite struct CounterTests {
    private static let minute: Int64 = 60_000

    /// What becomes of each of some values, one a minute.
    private static func readings(_ values: [Double], _ counter: inout Counter, from start: Int = 0) -> [Counter.Reading]
    {
        values.enumerated().map { index, value in
            counter.take(value, at: Int64(start + index) * minute, interval: Float(minute))
        }
    }

    private static func readings(_ values: [Double], as origin: Counter.Origin, isCounter: Bool = true)
        -> [Counter.Reading]
    {
        var counter = Counter(origin, isCounter: isCounter)
        return readings(values, &counter)
    }

    private static func growing(_ count: Int, from start: Double = 0, by step: Double = 6) -> [Double] {
        (0..<count).map { start + step * Double($0) }
    }

    @Test func aRateIsTheGrowthPerSecond() {
        #expect(Self.readings([100, 106, 106, 136], as: .fixed) == [.unrated, .rate(0.1), .rate(0), .rate(0.5)])
    }

    @Test func aGapIsAveraged() {
        var counter = Counter(.fixed, isCounter: true)
        _ = counter.take(100, at: 0, interval: 0)
        let read = counter.take(700, at: 10 * Self.minute, interval: 60_000)
        #expect(read == .rate(1))
    }

    @Test func aResetGivesNoRate() {
        let expected: [Counter.Reading] = [.unrated, .rate(1), .reset, .rate(0.5), .reset, .reset, .rate(0)]
        #expect(Self.readings([100, 160, 10, 40, 39, 0, 0], as: .fixed) == expected)
    }

    @Test func samplesRightBehindAnotherWaitForTheNext() {
        var counter = Counter(.name, isCounter: true)
        let times: [Int64] = [0, 60_000, 60_000, 61_000, 120_000]
        let read = zip(times, [0, 60, 62, 63, 180]).map { counter.take($1, at: $0, interval: 60_000) }
        #expect(read == [.unrated, .rate(1), .unrated, .unrated, .rate(2)])
    }

    @Test func whatIsDeclaredAGaugeStaysOne() {
        let values = Self.growing(3000) + [0]
        #expect(Self.readings(values, as: .fixed, isCounter: false).allSatisfy { $0 == .level })
    }

    @Test func oneThatOnlyGrowsIsRecognisedAfterTwelveHours() {
        let read = Self.readings(Self.growing(1000, from: 5000), as: .values, isCounter: false)
        #expect(read.firstIndex(of: .recognised) == 721)
        #expect(read.prefix(721).allSatisfy { $0 == .level } && read.dropFirst(722).allSatisfy { $0 == .rate(0.1) })
    }

    @Test func itsFirstResetTellsSooner() {
        let read = Self.readings(Self.growing(65) + [3, 9], as: .values, isCounter: false)
        #expect(read.suffix(2) == [.recognised, .rate(0.1)])
        let tooSoon = Self.readings(Self.growing(60) + [3, 9], as: .values, isCounter: false)
        #expect(tooSoon.allSatisfy { $0 == .level })
        let notNearZero = Self.readings(Self.growing(65, from: 1000) + [300, 306], as: .values, isCounter: false)
        #expect(notNearZero.allSatisfy { $0 == .level })
    }

    @Test func oneThatFallsALittleIsNoCounter() {
        var counter = Counter(.values, isCounter: false)
        _ = Self.readings(Self.growing(1000), &counter)
        #expect(counter.isCounter)
        let read = Self.readings([5990, 5996], &counter, from: 1000)
        #expect(read == [.refuted, .level])
        #expect(!counter.isCounter)
        let again = Self.readings(Self.growing(1100, from: 6000), &counter, from: 1002)
        #expect(again.firstIndex(of: .recognised) == 1022, "sixteen times as many samples as the first time")
    }

    @Test func valuesThatAreNegativeAreNoCounters() {
        let read = Self.readings(Self.growing(900, from: -6000), as: .values, isCounter: false)
        #expect(read.allSatisfy { $0 == .level })
    }

    /// A random walk, a tank that fills and is emptied by half, a season without noise, a switch.
    @Test(arguments: 0..<4)
    func gaugesAreNotRecognised(shape: Int) {
        var generator = SeededGenerator(seed: 3)
        var walk = 1000.0
        let values = (0..<20_000).map { index -> Double in
            walk += generator.normal()
            return switch shape {
            case 0: walk
            case 1: 5000 + 7 * Double(index % 600)
            case 2: 100 + 50 * generator.wave(Double(index % 1440) / 1440)
            default: index % 700 < 100 ? 1 : 0
            }
        }
        #expect(Self.readings(values, as: .values, isCounter: false).allSatisfy { $0 == .level })
    }

    /// What calls itself a total and is none, as the numbers of each minute are.
    @Test func aNameIsRefutedByItsValues() {
        var generator = SeededGenerator(seed: 4)
        let values = (0..<200).map { _ in 100 + 5 * generator.normal() }
        let read = Self.readings(values, as: .name)
        let refuted = read.firstIndex(of: .refuted)
        #expect(refuted.map { $0 < 20 } ?? false)
        #expect(read[(refuted ?? 0)...].dropFirst().allSatisfy { $0 == .level })
    }

    /// Two replicas that are scraped in turn, now and then.
    @Test func aNameOutlivesASmallFallNowAndThen() {
        var values = Self.growing(2000, from: 1000)
        for index in stride(from: 100, to: 2000, by: 100) { values[index] -= 10 }
        let read = Self.readings(values, as: .name)
        #expect(!read.contains(.refuted) && read.count { $0 == .reset } == 19)
    }

    @Test func anotherDeclarationHoldsAtOnce() {
        var counter = Counter(.values, isCounter: false)
        _ = Self.readings(Self.growing(10), &counter)
        let same = counter.declare(Counter(.values, isCounter: false))
        let settled = counter.declare(Counter(.fixed, isCounter: true))
        #expect(!same && settled && counter.isCounter)
        let read = Self.readings([60], &counter, from: 10)
        #expect(read == [.rate(0.1)])
        let open = counter.declare(Counter(.values, isCounter: false))
        #expect(!open && counter.isCounter, "what was known is not lost")
        let unsettled = counter.declare(Counter(.fixed, isCounter: false))
        #expect(unsettled && !counter.isCounter)
    }

    @Test func aRefutedNameStaysRefutedOverAReload() {
        var counter = Counter(.name, isCounter: true)
        _ = Self.readings([100, 99, 98, 97], &counter)
        #expect(!counter.isCounter)
        let isChanged = counter.declare(Counter(.name, isCounter: true))
        #expect(!isChanged && !counter.isCounter)
    }

    @Test func extremesDoNoHarm() {
        var counter = Counter(.fixed, isCounter: true)
        _ = counter.take(0, at: .min + 1, interval: 0)
        let largest = counter.take(.greatestFiniteMagnitude, at: .min + 2, interval: 0)
        #expect(largest == .rate(.greatestFiniteMagnitude))
        var other = Counter(.values, isCounter: false)
        let read = [Int64.min + 1, 0, .max].map { other.take(1e300, at: $0, interval: 0) }
        #expect(read.allSatisfy { $0 == .level })
    }

    @Test func itIsSmall() { #expect(MemoryLayout<Counter>.stride == 32) }
}
