import Samples

/// Whether a series is a counter, and what it counted last: of a counter not the value is judged but its rate.
///
/// What settings say holds. What the name says holds until the values contradict it, and where nothing says anything the values
/// decide: a series that has only grown, in 64 of its samples and for twelve hours at least, is a counter, and so is one that fell to
/// nearly nothing behind 64 samples that only grew. Twelve hours are longer than a season rises. Each fall that no counter makes asks
/// for sixteen times as many samples the next time.
///
/// - Cost: 32 bytes a series.
struct Counter: Sendable, BitwiseCopyable {
    /// Who says what the series is.
    enum Origin: UInt8, Sendable, BitwiseCopyable {
        /// Its values.
        case values
        /// Its name, that it is a counter.
        case name
        /// Settings, or a name that no counter has: its values change nothing.
        case fixed
    }

    /// What becomes of a sample.
    enum Reading: Equatable, Sendable {
        /// It is judged as it is.
        case level
        /// It is judged by its rate, in the unit of the series per second; not negative.
        case rate(Double)
        /// It is a counter's, and gives no rate: the first one, or one right behind another.
        case unrated
        /// The same, because the counter began anew. What it counted between its last sample and its start is lost, so that a rate from
        /// zero would be too low by a share that nobody knows.
        case reset
        /// With it the series turned out to be a counter; it gives no rate.
        case recognised
        /// With it the series turned out to be none; it is judged as it is.
        case refuted
    }

    private(set) var isCounter: Bool
    private var origin: Origin
    /// Falls that no counter makes, as far as they count.
    private var doubts: UInt8 = 0
    /// Samples that grew since the last such fall; 65,535 stands for more.
    private var growths: UInt16 = 0
    /// When that was, minutes since 1970 UTC.
    private var since: Int32 = .max
    /// Milliseconds since 1970 UTC; `Int64.min` before the first sample.
    private var time = Int64.min
    /// The newest value, in the unit of the series.
    private var value = 0.0

    /// Nothing is known but what was declared.
    init(_ origin: Origin, isCounter: Bool) {
        (self.origin, self.isCounter) = (origin, isCounter)
    }

    /// What the series is judged as.
    var type: MetricType { isCounter ? .counter : .gauge }

    /// Samples that only grew: a gauge does so by chance once in 2^64.
    private static let leastGrowths: UInt16 = 64
    /// Minutes.
    private static let leastSpan: Int32 = 12 * 60
    /// Doubts beyond which there are no more: then 16,384 samples are needed.
    private static let mostDoubts: UInt8 = 2
    /// Small falls that refute a name, with fewer samples that grew than ``leastGrowths`` between each two of them: one may come
    /// of two publishers that send the same series.
    private static let leastContradictions: UInt8 = 3
    /// Of samples that are closer together than this share of the usual interval the later one waits for the next.
    private static let leastPart: Float = 0.1

    /// Goes by another declaration. What was found out from values stays where nothing is declared any more.
    ///
    /// - Returns: true where the series is to be judged as something else than before.
    mutating func declare(_ new: Counter) -> Bool {
        guard new.origin != origin || new.origin == .fixed && new.isCounter != isCounter else { return false }
        let before = isCounter
        origin = new.origin
        isCounter = new.origin == .values ? isCounter : new.isCounter
        forgetGrowth(doubts: 0)
        return isCounter != before
    }

    /// Takes the next sample.
    ///
    /// - Parameters:
    ///   - newValue: in the unit of the series.
    ///   - newTime: not before the one of the sample before, milliseconds since 1970 UTC.
    ///   - interval: typical milliseconds between samples.
    mutating func take(_ newValue: Double, at newTime: Int64, interval: Float) -> Reading {
        guard isCounter || origin != .fixed else { return .level }
        guard time > .min else {
            (value, time) = (newValue, newTime)
            return isCounter ? .unrated : .level
        }
        let pause = Float(newTime &- time)
        if isCounter, pause <= 0 || pause < Self.leastPart * interval { return .unrated }
        let before = (value: value, time: time)
        (value, time) = (newValue, newTime)
        guard isCounter else { return observe(from: before.value) ? .recognised : .level }
        guard newValue < before.value else {
            if newValue > before.value { growths = min(growths, .max - 1) + 1 }
            let seconds = Double(newTime &- before.time) / 1000
            return .rate(min((newValue - before.value) / seconds, .greatestFiniteMagnitude))
        }
        guard isContradicted(by: before.value) else { return .reset }
        isCounter = false
        forgetGrowth(doubts: doubts + 1)
        return .refuted
    }

    /// Takes a sample of a series that passes for a gauge into account; true where it is none.
    private mutating func observe(from before: Double) -> Bool {
        if value > before, before >= 0 {
            if growths == 0 { since = Int32(clamping: time / 60_000) }
            growths = min(growths, .max - 1) + 1
        } else if value < before || value < 0 {
            // To a twentieth at most: what a counter has counted since its start is little against all before.
            guard value >= 0, value < before / 20, growths >= neededGrowths else {
                forgetGrowth(doubts: doubts + 1)
                return false
            }
            return recognise()
        }
        let lasted = Int32(clamping: time / 60_000) &- since >= Self.leastSpan
        return growths >= neededGrowths && lasted ? recognise() : false
    }

    private var neededGrowths: UInt16 { Self.leastGrowths << (4 * UInt16(doubts)) }

    private mutating func recognise() -> Bool {
        isCounter = true
        growths = 0
        return true
    }

    /// Whether a fall is none of a counter that begins anew: one to more than half of what it was.
    private mutating func isContradicted(by before: Double) -> Bool {
        guard origin != .fixed, value < 0 || value > before / 2 else { return false }
        guard origin == .name, value >= 0 else { return true }
        doubts = growths < Self.leastGrowths ? doubts + 1 : 1
        growths = 0
        return doubts >= Self.leastContradictions
    }

    private mutating func forgetGrowth(doubts: UInt8) {
        (growths, since, self.doubts) = (0, .max, min(doubts, Self.mostDoubts))
    }
}

extension MetricBook {
    /// What is declared of a series, and no value of it seen.
    func counter(_ key: SeriesKey) -> Counter {
        if let type = assignedType(of: key) { return Counter(.fixed, isCounter: type == .counter) }
        switch MetricType(of: key) {
        case .counter: return Counter(.name, isCounter: true)
        case .gauge: return Counter(.fixed, isCounter: false)
        case nil: return Counter(.values, isCounter: false)
        }
    }
}
