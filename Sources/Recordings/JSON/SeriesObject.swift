/// One series of Prometheus or VictoriaMetrics in JSON, either with pairs or with two columns:
/// `{"metric":{…},"values":[[time,"value"],…]}`, also `"value":[time,"value"]`, or
/// `{"metric":{…},"values":[…],"timestamps":[…]}`.
///
/// Columns are taken whole at the end of the object, pairs by and by once it is known whose they are.
struct SeriesObject: Sendable {
    private enum Member { case metric, values, value, timestamps, other }
    private enum Form { case pairs, columns }

    /// So many pairs are held before they are given on.
    private static let pairsHeld = 1024

    /// The depth inside the object.
    private let depth: Int
    private let unnamed: String
    private var texts = SeriesTexts()
    private var name = SeriesName()
    private var member = Member.other
    private var form: Form?
    private var series: Int?
    private var held: HeldSamples
    /// What the pair has so far: 0 nothing, 1 a time, 2 also a value.
    private var parts = 0

    /// - Parameters:
    ///   - depth: The depth inside the object.
    ///   - unnamed: The name of series without one, as the results of most queries are.
    ///   - limit: Samples that are held at most.
    init(depth: Int, unnamed: String, limit: Int = HeldSamples.usualLimit) {
        held = HeldSamples(limit: limit)
        self.depth = depth
        self.unnamed = unnamed
    }

    /// Begins an object.
    mutating func begin() {
        (member, form, series, parts) = (.other, nil, nil, 0)
        held.removeAll()
    }

    /// Takes a token inside the object; returns what is wrong with it.
    mutating func take(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, at place: JSONPlace, into events: inout EventCollector
    ) -> String? {
        if token == .name, place.depth == depth {
            member = Self.member(text)
            return nil
        }
        switch member {
        case .metric: return takeLabel(token, text, place, &events)
        case .values: return takeValues(token, text, place, &events)
        case .value: return takePair(token, text, place, inside: depth + 1, &events)
        case .timestamps: return takeTimestamps(token, text, place, events.keepsOrigins)
        case .other: return nil
        }
    }

    /// Ends the object; returns what is wrong with it.
    mutating func finish(into events: inout EventCollector) -> String? {
        guard let series else { return "The series has no \"metric\"." }
        guard form != nil else { return "The series has no \"values\"." }
        guard held.isComplete else {
            return "The series has \(held.values.count) values and \(held.times.count) timestamps."
        }
        events.append(held, of: series)
        held.removeAll()
        return nil
    }

    private static func member(_ name: UnsafeRawBufferPointer) -> Member {
        if name.isWord("metric") { return .metric }
        if name.isWord("values") { return .values }
        if name.isWord("value") { return .value }
        return name.isWord("timestamps") ? .timestamps : .other
    }

    private mutating func takeLabel(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, _ place: JSONPlace, _ events: inout EventCollector
    ) -> String? {
        switch (token, place.depth - depth) {
        case (.beginObject, 1):
            name.removeAll()
            return nil
        case (.name, 1), (.text, 1):
            name.append(text)
            return nil
        case (.endObject, 0):
            let (name, unnamed) = (name, unnamed)
            series = name.bytes.withUnsafeBytes { bytes in
                texts.number(of: bytes, in: &events) { name.key(unnamed: unnamed) }
            }
            return series == nil ? events.whyNoSeries(text) : nil
        default:
            return "\"metric\" is no object of texts."
        }
    }

    private mutating func takeValues(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, _ place: JSONPlace, _ events: inout EventCollector
    ) -> String? {
        switch (token, place.depth - depth) {
        case (.beginArray, 1), (.endArray, 0): nil
        case (.bare, 1), (.text, 1): claim(.columns) ?? takeValue(text)
        case (_, 1...): takePair(token, text, place, inside: depth + 2, &events)
        default: "\"values\" is no list."
        }
    }

    private mutating func takeTimestamps(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, _ place: JSONPlace, _ keepsOrigins: Bool
    ) -> String? {
        switch (token, place.depth - depth) {
        case (.beginArray, 1), (.endArray, 0): nil
        case (.bare, 1), (.text, 1): claim(.columns) ?? takeTime(text, place, keepsOrigins)
        default: "\"timestamps\" is no list of times."
        }
    }

    private mutating func takePair(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, _ place: JSONPlace, inside: Int,
        _ events: inout EventCollector
    ) -> String? {
        switch token {
        case .beginArray where place.depth == inside:
            parts = 0
            return claim(.pairs)
        case .bare where place.depth == inside && parts < 2, .text where place.depth == inside && parts < 2:
            parts += 1
            return parts == 1 ? takeTime(text, place, events.keepsOrigins) : takeValue(text)
        case .endArray where place.depth == inside - 1 && parts == 2:
            guard let series, held.values.count >= Self.pairsHeld else { return nil }
            events.append(held, of: series)
            held.removeAll()
            return nil
        default:
            return "A sample is not [time, value]."
        }
    }

    /// Columns and pairs in one object would not fit together.
    private mutating func claim(_ form: Form) -> String? {
        defer { self.form = self.form ?? form }
        return self.form == nil || self.form == form ? nil : "The series has both columns and pairs."
    }

    private mutating func takeTime(
        _ text: UnsafeRawBufferPointer, _ place: JSONPlace, _ keepsOrigins: Bool
    ) -> String? {
        guard held.times.count < held.limit else { return held.tooMany }
        guard let time = Timestamp.parse(text) else { return Timestamp.fault(text) }
        held.append(time: time, text: text, row: place.line, keepsOrigins: keepsOrigins)
        return nil
    }

    private mutating func takeValue(_ text: UnsafeRawBufferPointer) -> String? {
        guard held.values.count < held.limit else { return held.tooMany }
        guard let value = SampleValue.parse(text) else { return SampleValue.fault(text) }
        held.append(value: value)
        return nil
    }
}
