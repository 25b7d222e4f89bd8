internal import Samples

extension JSONValue {
    /// What the value is, with an article, for a sentence.
    var described: String {
        switch kind {
        case .object: "an object"
        case .array: "an array"
        case .string: "the string \((string ?? "").quoted)"
        case .integer, .unsigned, .double: "the number \(number ?? .nan)"
        case .yes: "true"
        case .no: "false"
        case .null, nil: "null"
        }
    }

    /// A refusal that says what stands where something else was wanted.
    func unfit(_ name: String, wanted: String) -> Refusal {
        Refusal(.malformed, "\(name) is \(described), where \(wanted) is wanted.")
    }

    /// The last member of an object with this name; `nil` where there is none, or it is null.
    func member(_ name: StaticString) -> JSONValue? {
        var found: JSONValue?
        if let members { for member in members where member.name.isWord(name) { found = member.value } }
        return found?.kind == .null ? nil : found
    }

    /// A time: unix milliseconds, unix seconds (numbers below 100,000,000,000, fractions allowed) or ISO 8601 text.
    ///
    /// Times beyond all range are held at its ends, where no sample is believed. `nil` for anything else.
    var time: EventTime? {
        switch kind {
        case .string:
            return string.flatMap { EventTime(iso8601: $0) }
        case .integer:
            guard let number = integer else { return nil }
            if number >= Self.leastMilliseconds { return EventTime(milliseconds: number) }
            let (milliseconds, overflow) = number.multipliedReportingOverflow(by: 1000)
            return EventTime(milliseconds: overflow ? .min : milliseconds)
        case .unsigned:
            return EventTime(milliseconds: .max)
        case .double:
            guard let number else { return nil }
            let milliseconds = (number >= Double(Self.leastMilliseconds) ? number : number * 1000).rounded()
            return EventTime(milliseconds: Int64(exactly: milliseconds) ?? (milliseconds < 0 ? .min : .max))
        default:
            return nil
        }
    }

    /// Below it a number counts seconds: as milliseconds it would lie before March 1973, as seconds past the year 5000.
    static let leastMilliseconds: Int64 = 100_000_000_000

    /// A sample's value: a number, a stale marker for the word, or NaN for null and for the words that say "not finite". `nil` for
    /// anything else.
    var sampleValue: Double? {
        switch kind {
        case .integer, .unsigned, .double: return number
        case .null: return .nan
        case .string:
            guard let text else { return nil }
            if text.isWord("stale") { return StaleMarker.value }
            return Self.nonFiniteWords.contains { text.isWord($0) } ? .nan : nil
        default: return nil
        }
    }

    /// As Prometheus, JavaScript, Python and Go write them.
    private static let nonFiniteWords: [StaticString] = [
        "NaN", "nan", "Infinity", "+Infinity", "-Infinity", "Inf", "+Inf", "-Inf", "inf", "+inf", "-inf",
    ]
}
