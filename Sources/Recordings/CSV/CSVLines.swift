import Samples

/// The lines of a CSV.
///
/// The header tells the shape: `timestamp,value` is one series, `timestamp,<series>,<series>,…` one a column,
/// `timestamp,series,value` one a line, where a series is `name` or `name{label="value",…}`. Times are ISO 8601 (UTC without a
/// zone), or seconds (also with a fraction) or milliseconds since 1970. An empty cell is no sample. A line that is
/// wrong is told and passed over; of a wide line the good cells are taken all the same. Where rows are to be repeated, cells
/// without a good value have a place among them, as far as their time and series can be read.
struct CSVLines: LineFormat {
    private enum Form { case unknown, single, wide, long }

    var splitter = LineSplitter()
    private(set) var refusal: String?

    private let single: SeriesKey
    private var form = Form.unknown
    private var width = 0
    /// By column of a wide table, or the only series: its number, or -1 where it is not read.
    private var columns: [Int] = []
    private var times = TimestampReader()
    private var texts = SeriesTexts()
    private var fields: [CSVField] = []
    private var cells: [Double] = []

    /// - Parameter single: The series of a table that has only one.
    init(single: SeriesKey) {
        self.single = single
    }

    var shape: RecordingShape? {
        switch form {
        case .unknown: nil
        case .single: .single
        case .wide: .wide
        case .long: .named
        }
    }

    mutating func missLine() {
        if form == .unknown { refusal = "its first line is too long for a header" }
    }

    @inline(__always)
    mutating func take(_ line: UnsafeRawBufferPointer, number: Int, into events: inout EventCollector) -> String? {
        takePlain(line, number, &events) ? nil : takeAny(line, number, &events)
    }

    /// Takes a line of bare cells without blanks around them, as nearly all are; false, with nothing taken, for any other.
    @inline(__always)
    private mutating func takePlain(
        _ line: UnsafeRawBufferPointer, _ row: Int, _ events: inout EventCollector
    ) -> Bool {
        guard form != .unknown, let comma = line.place(of: Self.comma), let time = times.read(line.slice(0, comma))
        else { return false }
        switch form {
        case .single: return takePlainSingle(line, row, time, comma, &events)
        case .long: return takePlainLong(line, row, time, comma, &events)
        case .wide: return takePlainWide(line, row, time, comma, &events)
        case .unknown: return false
        }
    }

    @inline(__always)
    private mutating func takePlainSingle(
        _ line: UnsafeRawBufferPointer, _ row: Int, _ time: Int64, _ comma: Int, _ events: inout EventCollector
    ) -> Bool {
        var position = comma + 1
        guard let value = DecimalNumber.scan(line, &position), position == line.count else { return false }
        events.begin(row: row, timestamp: line.slice(0, comma))
        events.append(columns[0], time, value)
        return true
    }

    @inline(__always)
    private mutating func takePlainLong(
        _ line: UnsafeRawBufferPointer, _ row: Int, _ time: Int64, _ comma: Int, _ events: inout EventCollector
    ) -> Bool {
        guard let hit = texts.predict(line.slice(comma + 1, line.count), endedBy: { $0 == Self.comma }) else {
            return false
        }
        var position = comma + 1 + hit.count + 1
        guard let value = DecimalNumber.scan(line, &position), position == line.count else { return false }
        events.begin(row: row, timestamp: line.slice(0, comma))
        events.append(hit.series, time, value)
        return true
    }

    @inline(__always)
    private mutating func takePlainWide(
        _ line: UnsafeRawBufferPointer, _ row: Int, _ time: Int64, _ comma: Int, _ events: inout EventCollector
    ) -> Bool {
        var position = comma
        for column in columns.indices {
            guard position < line.count, line[position] == Self.comma else { return false }
            position += 1
            if position == line.count || line[position] == Self.comma {
                cells[column] = .nan
            } else if let value = DecimalNumber.scan(line, &position) {
                cells[column] = value
            } else {
                return false
            }
        }
        guard position == line.count else { return false }
        events.begin(row: row, timestamp: line.slice(0, comma))
        for column in columns.indices where columns[column] >= 0 { events.append(columns[column], time, cells[column]) }
        return true
    }

    /// Takes any line; returns what is wrong with it.
    private mutating func takeAny(
        _ line: UnsafeRawBufferPointer, _ row: Int, _ events: inout EventCollector
    ) -> String? {
        guard line.skippingBlanks(from: 0) < line.count else { return nil }
        let fault = CSVFields.split(line, into: &fields)
        guard form != .unknown else { return takeHeader(line, fault, &events) }
        if let fault { return fault }
        let timestamp = fields[0].bytes(of: line)
        let time = times.read(timestamp)
        if time != nil { events.begin(row: row, timestamp: timestamp) }
        guard fields.count == width else {
            if let time { keepPlaces(time, &events) }
            return "The line has \(fields.count) fields where the header has \(width)."
        }
        guard let time else { return Timestamp.fault(timestamp) }
        switch form {
        case .single: return takeCell(line, 1, columns[0], time, &events)
        case .long: return takeLong(line, time, &events)
        case .wide: return takeWide(line, time, &events)
        case .unknown: return nil
        }
    }

    private mutating func takeHeader(
        _ line: UnsafeRawBufferPointer, _ fault: String?, _ events: inout EventCollector
    ) -> String? {
        let header = CSVHeader(fault == nil ? fields.map { $0.text(of: line) } : [])
        width = header.width
        switch header.shape {
        case .single: (form, columns) = (.single, [events.number(of: single) ?? -1])
        case .long: form = .long
        case .wide(let keys):
            (form, columns) = (.wide, keys.map { key in key.flatMap { events.number(of: $0) } ?? -1 })
        case nil:
            refusal = header.fault
            return nil
        }
        cells = [Double](repeating: .nan, count: columns.count)
        return header.fault
    }

    private mutating func takeCell(
        _ line: UnsafeRawBufferPointer, _ field: Int, _ number: Int, _ time: Int64, _ events: inout EventCollector
    ) -> String? {
        let text = fields[field].bytes(of: line)
        guard let value = text.isEmpty ? .nan : SampleValue.parse(text) else {
            events.keepPlace(number, time)
            return SampleValue.fault(text)
        }
        events.append(number, time, value)
        return nil
    }

    /// Keeps the places of a line of which nothing but its time can be read. Of a long table nobody knows its series.
    private func keepPlaces(_ time: Int64, _ events: inout EventCollector) {
        for column in columns where column >= 0 { events.keepPlace(column, time) }
    }

    private mutating func takeLong(
        _ line: UnsafeRawBufferPointer, _ time: Int64, _ events: inout EventCollector
    ) -> String? {
        let field = fields[1]
        let raw = field.raw(of: line)
        let number = texts.number(of: raw, in: &events) { SeriesKey(parsing: field.text(of: line)) }
        guard let number else { return events.whyNoSeries(raw) }
        return takeCell(line, 2, number, time, &events)
    }

    private mutating func takeWide(
        _ line: UnsafeRawBufferPointer, _ time: Int64, _ events: inout EventCollector
    ) -> String? {
        var fault: String?
        var faults = 0
        for column in columns.indices where columns[column] >= 0 {
            guard let found = takeCell(line, column + 1, columns[column], time, &events) else { continue }
            fault = fault ?? "Column \(column + 2): \(found)"
            faults += 1
        }
        return faults > 1 ? fault.map { "\($0) \(faults - 1) more of its cells are none." } : fault
    }

    private static let comma = UInt8(ascii: ",")
}
