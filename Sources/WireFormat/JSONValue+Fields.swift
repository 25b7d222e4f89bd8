internal import Samples

/// Members that a document must have, or may have, as what they must be; anything else is refused by name.
extension JSONValue {
    /// A member that must be there.
    func required(_ name: StaticString) throws(Refusal) -> JSONValue {
        guard let value = member(name) else { throw Refusal(.malformed, "“\(name)” is missing.") }
        return value
    }

    /// A text that must be there.
    func requiredText(_ name: StaticString) throws(Refusal) -> String {
        try required(name).asText(name)
    }

    /// A text, or `nil` where it is missing or null.
    func optionalText(_ name: StaticString) throws(Refusal) -> String? {
        guard let value = member(name) else { return nil }
        return try value.asText(name)
    }

    /// A number that must be there; NaN where it is null, as JSON has no other way to say so.
    func requiredNumber(_ name: StaticString) throws(Refusal) -> Double {
        if let members, members.contains(where: { $0.name.isWord(name) && $0.value.kind == .null }) { return .nan }
        let value = try required(name)
        guard let number = value.number else { throw value.unfit("“\(name)”", wanted: "a number") }
        return number
    }

    /// A whole number that must be there.
    func requiredInteger(_ name: StaticString) throws(Refusal) -> Int {
        let value = try required(name)
        guard let integer = value.integer else { throw value.unfit("“\(name)”", wanted: "a whole number") }
        return Int(integer)
    }

    /// A time that must be there.
    func requiredTime(_ name: StaticString) throws(Refusal) -> EventTime {
        try required(name).asTime(name)
    }

    /// A time, or `nil` where it is missing or null.
    func optionalTime(_ name: StaticString) throws(Refusal) -> EventTime? {
        guard let value = member(name) else { return nil }
        return try value.asTime(name)
    }

    /// A word of a closed set that must be there.
    func requiredWord<Word: RawRepresentable>(
        _ name: StaticString, _: Word.Type = Word.self
    ) throws(Refusal) -> Word where Word.RawValue == String {
        let text = try requiredText(name)
        guard let word = Word(rawValue: text) else {
            throw Refusal(.unknownFormat, "“\(name)” is \(text.quoted), which this version does not know.")
        }
        return word
    }

    /// Every element of an array, read by the closure; none where the array is missing or null.
    func list<Element>(
        _ name: StaticString, _ read: (JSONValue) throws(Refusal) -> Element
    ) throws(Refusal) -> [Element] {
        guard let value = member(name) else { return [] }
        guard let elements = value.elements else { throw value.unfit("“\(name)”", wanted: "an array") }
        var list: [Element] = []
        for element in elements { list.append(try read(element)) }
        return list
    }

    /// An object of texts; none where it is missing or null.
    func optionalLabels(_ name: StaticString) throws(Refusal) -> Labels {
        guard let value = member(name) else { return .none }
        guard let members = value.members else { throw value.unfit("“\(name)”", wanted: "an object of texts") }
        var pairs: [(name: String, value: String)] = []
        for (label, value) in members {
            guard let text = value.string else { throw value.unfit("A label in “\(name)”", wanted: "a text") }
            pairs.append((String(decoding: label, as: UTF8.self), text))
        }
        return Labels(pairs)
    }

    /// A series as `{"name":…,"labels":{…}}`, or `nil` where it is missing or null.
    func optionalSeries(_ name: StaticString) throws(Refusal) -> SeriesKey? {
        guard let value = member(name) else { return nil }
        return SeriesKey(try value.requiredText("name"), try value.optionalLabels("labels"))
    }

    private func asText(_ name: StaticString) throws(Refusal) -> String {
        guard let text = string else { throw unfit("“\(name)”", wanted: "a text") }
        return text
    }

    /// The earliest time that can be written as a date again: 0000-01-01T00:00:00Z.
    private static let yearZero = EventTime(milliseconds: -62_167_219_200_000)

    private func asTime(_ name: StaticString) throws(Refusal) -> EventTime {
        guard let time, time >= Self.yearZero else {
            throw unfit("“\(name)”", wanted: "unix milliseconds, unix seconds or ISO 8601 text")
        }
        return time
    }
}
