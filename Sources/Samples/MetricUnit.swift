/// What the values of a metric are measured in, inferred from the end of its name by the conventions of Prometheus and
/// OpenMetrics, or said by a label `unit`.
public enum MetricUnit: String, CaseIterable, Sendable {
    /// How long.
    case seconds, milliseconds, microseconds, nanoseconds, minutes, hours, days
    /// Seconds or milliseconds since 1970: when, not how long.
    case timestamp
    /// How much data.
    case bytes
    /// How much data in a second.
    case bytesPerSecond = "bytes_per_second"
    /// A share of a whole, where 1 is all of it.
    case ratio
    /// A share of a whole, where 100 is all of it.
    case percent
    /// How many, as a counter or a gauge has it.
    case count
    /// How many in a second.
    case perSecond = "per_second"
    /// Physical ones.
    case celsius, volts, amperes, watts, joules, hertz, meters, grams
    /// None of these, as far as the name tells.
    case none

    /// The unit of a series. A label `unit` decides before the name does, if it holds a unit: one of the raw values, a common short
    /// form, or one of UCUM, which OpenTelemetry uses.
    public init(of key: SeriesKey) {
        self = key.labels["unit"].flatMap(Self.init(said:)) ?? Self(ofName: key.name)
    }

    /// True where values say how long something takes.
    public var isTime: Bool {
        switch self {
        case .seconds, .milliseconds, .microseconds, .nanoseconds, .minutes, .hours, .days: true
        default: false
        }
    }

    private init?(said text: String) {
        let text = text.lowercased()
        // Annotations in braces stand for what is counted: {request}, {packet}.
        if text.hasPrefix("{"), text.hasSuffix("}") {
            self = .count
        } else if let unit = MetricUnit(rawValue: text) ?? Self.words[text] ?? Self.codes[text] {
            self = unit
        } else {
            return nil
        }
    }

    private init(ofName name: String) {
        var words = MetricWords.of(name)
        if let end = Self.ends.first(where: { words.suffix($0.words.count).elementsEqual($0.words) }) {
            self = end.unit
            return
        }
        let isTotal = words.last == "total"
        var isRate = false
        while words.count > 1, let last = words.last, Self.isAggregate(last) {
            isRate = isRate || last.hasPrefix("rate") || last.hasPrefix("irate")
            words.removeLast()
        }
        if words.count > 2,
            words.suffix(2).elementsEqual(["per", "second"]) || words.suffix(2).elementsEqual(["per", "sec"])
        {
            isRate = true
            words.removeLast(2)
        }
        let unit = words.last.flatMap { Self.words[$0] }
        self =
            switch unit {
            case .bytes where isRate: .bytesPerSecond
            case let unit? where !isRate || unit == .ratio || unit == .percent: unit
            default: isRate ? .perSecond : isTotal ? .count : .none
            }
    }

    /// True for what says how many values became one, not of what: `max`, `p99`, `rate5m`, and the `90` of `upper_90`.
    private static func isAggregate(_ word: String) -> Bool {
        if aggregates.contains(word) || percentiles.contains(word) { return true }
        guard let prefix = ["irate", "rate", "upper", "p"].first(where: word.hasPrefix) else { return false }
        return word.dropFirst(prefix.count).first?.isNumber ?? false
    }

    private static let percentiles: Set<String> = ["50", "75", "90", "95", "98", "99", "999"]
    private static let aggregates: Set<String> = [
        "total", "sum", "max", "min", "avg", "mean", "median", "stddev", "std", "upper", "lower", "quantile",
    ]

    /// Ends of names that mean something else than their last word.
    private static let ends: [(words: [String], unit: MetricUnit)] = [
        (["timestamp", "seconds"], .timestamp), (["timestamp", "ms"], .timestamp), (["timestamp"], .timestamp),
        (["start", "time", "seconds"], .timestamp), (["boot", "time", "seconds"], .timestamp),
        (["node", "time", "seconds"], .timestamp), (["created"], .timestamp),
        // Of a histogram or a summary: how many observations, whatever they are of.
        (["count"], .count), (["bucket"], .count), (["info"], .none),
    ]

    /// Words at the end of a name.
    private static let words: [String: MetricUnit] = [
        "seconds": .seconds, "second": .seconds, "secs": .seconds, "sec": .seconds,
        "milliseconds": .milliseconds, "millis": .milliseconds, "ms": .milliseconds, "msec": .milliseconds,
        "microseconds": .microseconds, "micros": .microseconds, "us": .microseconds, "usec": .microseconds,
        "nanoseconds": .nanoseconds, "nanos": .nanoseconds, "ns": .nanoseconds,
        "minutes": .minutes, "hours": .hours, "days": .days,
        "bytes": .bytes, "byte": .bytes,
        "ratio": .ratio, "utilization": .ratio, "percent": .percent, "percentage": .percent, "pct": .percent,
        "celsius": .celsius, "volts": .volts, "amperes": .amperes, "watts": .watts, "joules": .joules,
        "hertz": .hertz, "meters": .meters, "grams": .grams,
        "rps": .perSecond, "qps": .perSecond, "iops": .perSecond,
    ]

    /// What stands only in a label: it would mean something else in a name.
    private static let codes: [String: MetricUnit] = [
        "s": .seconds, "min": .minutes, "h": .hours, "d": .days, "by": .bytes, "by/s": .bytesPerSecond, "1": .ratio,
        "%": .percent, "cel": .celsius, "v": .volts, "a": .amperes, "w": .watts, "j": .joules, "hz": .hertz,
        "m": .meters, "g": .grams, "1/s": .perSecond, "{request}/s": .perSecond,
    ]
}
