internal import Samples

/// Series as JSON names them, so that a text met before is known by its bytes and no key is made for it again.
///
/// Each text has a row; rows hold until the next ``trim()``. A series gets its number in the `SeriesTable` only when
/// ``number(ofRow:in:)`` asks, so that texts of refused messages take no room there.
struct SeriesTexts: Sendable {
    private struct Row: Sendable {
        let raw: [UInt8]
        let key: SeriesKey
        var number = SeriesNumber.undefined
    }

    private let limit: Int
    private let maximumBytes: Int
    private var rows: [Row] = []
    /// By a hash of the raw text. Of two texts with one hash the second finds no place here: it gets a new row each
    /// time, which is slow and correct.
    private var places: [Int: UInt32] = [:]
    private var raw: [UInt8] = []

    init(limits: DecodingLimits) {
        limit = limits.maximumSeriesPerPublisher
        maximumBytes = limits.maximumSeriesBytes
    }

    /// Forgets everything when it has become too much. Between messages only.
    mutating func trim() {
        guard rows.count > limit else { return }
        rows.removeAll()
        places.removeAll()
    }

    /// The series' number, given now if it has none.
    mutating func number(ofRow row: UInt32, in series: inout SeriesTable) -> UInt32 {
        let index = Int(row)
        if rows[index].number == SeriesNumber.undefined { rows[index].number = series.number(of: rows[index].key) }
        return rows[index].number
    }

    /// The row of `name{label="value",…}`.
    mutating func row(of text: UnsafeRawBufferPointer, at place: JSONPlace) throws(Refusal) -> UInt32 {
        try start(with: 0, text, at: place)
        if let row = knownRow() { return row }
        let string = String(decoding: text, as: UTF8.self)
        guard let key = SeriesKey(parsing: string) else {
            throw Refusal(.malformed, "“series” of \(place) is \(string.quoted), not a name or name{label=\"value\"}.")
        }
        return add(try SeriesKey(orRefuse: key.name, key.labels))
    }

    /// The row of a name with an object of labels, or without.
    mutating func row(
        name: UnsafeRawBufferPointer, labels: JSONValue?, at place: JSONPlace
    ) throws(Refusal) -> UInt32 {
        try start(with: 1, name, at: place)
        if let labels {
            guard let texts = labels.rawTexts else {
                throw Refusal(.malformed, "“labels” of \(place) is not an object of strings.")
            }
            guard raw.count + texts.count <= maximumBytes else { throw tooLong(place) }
            // The names' end has to show: no UTF-8 text contains this byte.
            raw.append(0xFF)
            raw.append(contentsOf: texts)
        }
        if let row = knownRow() { return row }
        var pairs: [(name: String, value: String)] = []
        if let members = labels?.members {
            for (name, value) in members { pairs.append((String(decoding: name, as: UTF8.self), value.string ?? "")) }
        }
        return add(try SeriesKey(orRefuse: String(decoding: name, as: UTF8.self), Labels(pairs)))
    }

    private mutating func start(
        with form: UInt8, _ text: UnsafeRawBufferPointer, at place: JSONPlace
    ) throws(Refusal) {
        guard text.count <= maximumBytes else { throw tooLong(place) }
        raw.removeAll(keepingCapacity: true)
        raw.append(form)
        raw.append(contentsOf: text)
    }

    private func tooLong(_ place: JSONPlace) -> Refusal {
        Refusal(.malformed, "The series of \(place) has more than \(maximumBytes) bytes.")
    }

    private func knownRow() -> UInt32? {
        guard let row = places[hash], rows[Int(row)].raw == raw else { return nil }
        return row
    }

    private mutating func add(_ key: SeriesKey) -> UInt32 {
        let row = UInt32(rows.count)
        rows.append(Row(raw: raw, key: key))
        if places[hash] == nil { places[hash] = row }
        return row
    }

    private var hash: Int {
        var hasher = Hasher()
        raw.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}
