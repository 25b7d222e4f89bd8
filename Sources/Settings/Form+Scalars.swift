import Foundation
import Samples

extension Form where Value == Bool {
    /// `true` or `false`.
    static let flag = Form(scalar: "true or false") { ["true": true, "false": false][$0] }
}

extension Form where Value == Int {
    /// A whole number.
    static func whole(_ range: ClosedRange<Int>) -> Form {
        Form(scalar: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// Slots of a civil day, all equally many minutes long.
    static func slots(from least: Int) -> Form {
        Form(scalar: "a divisor of 1440 from \(least) on, such as 24, 96 or 288") { text in
            Int(text).flatMap { (least...1440).contains($0) && 1440.isMultiple(of: $0) ? $0 : nil }
        }
    }

    /// A number of bytes.
    static func bytes(_ range: ClosedRange<Int>) -> Form {
        let bounds = "\(ByteCount.text(range.lowerBound)) to \(ByteCount.text(range.upperBound))"
        return Form(
            scalar: "a size from \(bounds), such as 64KiB or 16MiB",
            parse: { text in ByteCount.parse(text).flatMap { range.contains($0) ? $0 : nil } }, text: ByteCount.text)
    }
}

extension Form where Value == Double {
    /// A number within bounds that are allowed themselves.
    static func number(_ range: ClosedRange<Double>) -> Form {
        Form(
            scalar: "a number from \(text(of: range.lowerBound)) to \(text(of: range.upperBound))",
            parse: { text in parse(text).flatMap { range.contains($0) ? $0 : nil } }, text: text(of:))
    }

    /// A number that is not negative.
    static let notNegative = Form(
        scalar: "a number of at least 0", parse: { text in parse(text).flatMap { $0 >= 0 ? $0 : nil } }, text: text(of:)
    )

    /// Decimal digits with an optional exponent; neither hexadecimal nor infinite nor NaN.
    fileprivate static func parse(_ text: String) -> Double? {
        guard text.utf8.allSatisfy("0123456789.+-eE".utf8.contains), let value = Double(text), value.isFinite else {
            return nil
        }
        return value
    }

    /// The shortest digits that read back as the same number, without an exponent where that stays readable.
    private static func text(of value: Double) -> String {
        let isReadable = value.magnitude >= 1e-9 && value.magnitude < 1e15 || value == 0
        guard isReadable, let decimal = Decimal(string: "\(value)") else { return "\(value)" }
        return "\(decimal)"
    }
}

extension Form where Value == Double? {
    /// A number, or a word for none.
    static func number(_ range: ClosedRange<Double>, or none: String) -> Form {
        let number = Form<Double>.number(range)
        return Form(
            scalar: "\(number.allowed), or \(none)",
            parse: { text in
                if text == none { return .some(.none) }
                return Form<Double>.parse(text).flatMap { range.contains($0) ? .some($0) : nil }
            }, text: { $0.map(number.text) ?? none })
    }
}

extension Form where Value == Duration {
    /// A length of time.
    static func duration(_ range: ClosedRange<Duration>) -> Form {
        let bounds = "\(DurationText.text(range.lowerBound)) to \(DurationText.text(range.upperBound))"
        return Form(
            scalar: "a duration from \(bounds), such as 50ms, 10s or 1h30m",
            parse: { text in DurationText.parse(text).flatMap { range.contains($0) ? $0 : nil } },
            text: DurationText.text)
    }
}

extension Form where Value == Policy.Silence {
    /// When silence is abnormal.
    static func silence(_ range: ClosedRange<Duration>) -> Form {
        let duration = Form<Duration>.duration(range)
        return Form(
            scalar: "off, learned, or \(duration.allowed)",
            parse: { text in
                switch text {
                case "off": .off
                case "learned": .learned
                default: DurationText.parse(text).flatMap { range.contains($0) ? .after($0) : nil }
                }
            },
            text: { silence in
                switch silence {
                case .off: "off"
                case .learned: "learned"
                case .after(let pause): DurationText.text(pause)
                }
            })
    }
}

extension Form where Value == String {
    /// Any text but none; `what` completes "it must be …".
    static func name(_ what: String) -> Form {
        Form(scalar: what, parse: { $0.isEmpty ? nil : $0 }, text: \.quotedIfNeeded)
    }

    /// The name of a time zone.
    static let timeZone = Form(
        scalar: "the IANA name of a time zone, such as UTC or Europe/Berlin",
        parse: { TimeZone(identifier: $0) == nil ? nil : $0 }, text: \.quotedIfNeeded)
}

extension Form where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of a few words.
    static var choice: Form {
        Form(
            scalar: "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "),
            parse: { Value(rawValue: $0) }, text: \.rawValue)
    }
}

extension Form where Value == StageLink {
    /// How stages are joined.
    static let link = Form(
        scalar: "inproc, ipc:///directory (at most 75 bytes), or tcp://host:port with a port from 1 to "
            + "\(65_535 - StageLink.ports)"
    ) { StageLink($0) }
}

extension Form where Value == String? {
    /// A file, or none.
    static let fileOrOff = Form(
        scalar: "the path of a file, or off",
        parse: { text in
            if text == "off" { return .some(.none) }
            return text.isEmpty ? nil : .some(text)
        }, text: { $0?.quotedIfNeeded ?? "off" })
}

extension Form where Value == ListenAddress? {
    /// Where to listen, or not at all.
    static let listenAddress = Form(
        scalar: "host:port, such as 127.0.0.1:9464, or off",
        parse: { text in
            if text == "off" { return .some(.none) }
            return ListenAddress(text).map { .some($0) }
        }, text: { $0.map { "\($0)" } ?? "off" })
}
