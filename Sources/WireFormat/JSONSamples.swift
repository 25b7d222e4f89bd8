internal import Samples

/// Reads the JSON forms of samples: one object, a list of objects, and columns.
///
/// Nothing here refuses single samples: times and values are only made numbers, rows stand for series.
struct JSONSamples: Sendable {
    private var texts: SeriesTexts
    private var columnRows: [UInt32] = []

    init(limits: DecodingLimits) {
        texts = SeriesTexts(limits: limits)
    }

    /// The number of the series that a row of the staged samples stands for, given now if it has none.
    mutating func number(ofRow row: UInt32, in series: inout SeriesTable) -> UInt32 {
        texts.number(ofRow: row, in: &series)
    }

    /// Adds every sample of a body; rows of earlier bodies mean nothing afterwards.
    mutating func read(
        _ body: UnsafeRawBufferPointer, with parser: borrowing JSONParser, arrival: EventTime,
        into staged: inout StagedSamples
    ) throws(Refusal) {
        texts.trim()
        try parser.withDocument(body, "body") { root throws(Refusal) in
            if let list = root.elements {
                try readList(list, arrival, into: &staged)
            } else if let samples = root.member("samples") {
                guard let list = samples.elements else { throw samples.unfit("“samples”", wanted: "an array") }
                try readList(list, arrival, into: &staged)
            } else if root.member("series")?.kind == .array || root.member("ref")?.kind == .array {
                try readColumns(root, arrival, into: &staged)
            } else {
                try readSample(root, JSONPlace(what: "sample", index: 0), arrival, into: &staged)
            }
        }
    }

    private mutating func readList(
        _ list: JSONValue.Elements, _ arrival: EventTime, into staged: inout StagedSamples
    ) throws(Refusal) {
        var index = 0
        for sample in list {
            try readSample(sample, JSONPlace(what: "sample", index: index), arrival, into: &staged)
            index += 1
        }
    }

    private mutating func readSample(
        _ sample: JSONValue, _ place: JSONPlace, _ arrival: EventTime, into staged: inout StagedSamples
    ) throws(Refusal) {
        guard let members = sample.members else { throw sample.unfit("\(place)", wanted: "an object") }
        var (name, labels, series, time): (JSONValue?, JSONValue?, JSONValue?, JSONValue?)
        var value: JSONValue?
        for member in members {
            if member.name.isWord("value") {
                value = member.value
            } else if member.name.isWord("time") {
                time = member.value
            } else if member.name.isWord("series") {
                series = member.value
            } else if member.name.isWord("name") {
                name = member.value
            } else if member.name.isWord("labels") {
                labels = member.value
            }
        }
        guard let value else { throw Refusal(.malformed, "\(place) has no “value”.") }
        guard let number = value.sampleValue else { throw value.unfit("“value” of \(place)", wanted: "a number") }
        if let series {
            guard name == nil else { throw Refusal(.malformed, "\(place) has both “series” and “name”.") }
            staged.rows.append(try row(ofSeries: series, at: place))
        } else {
            staged.rows.append(try row(name: name, labels: labels, at: place))
        }
        staged.times.append(try Self.time(time, place, arrival))
        staged.values.append(number)
    }

    private mutating func readColumns(
        _ columns: JSONValue, _ arrival: EventTime, into staged: inout StagedSamples
    ) throws(Refusal) {
        columnRows.removeAll(keepingCapacity: true)
        for series in try Self.column(columns, "series") {
            columnRows.append(try row(ofSeries: series, at: JSONPlace(what: "series", index: columnRows.count)))
        }
        for ref in try Self.column(columns, "ref") {
            let place = JSONPlace(what: "sample", index: staged.rows.count)
            guard let index = ref.integer else { throw ref.unfit("“ref” of \(place)", wanted: "a whole number") }
            guard index >= 0, index < columnRows.count else {
                throw Refusal(
                    .unknownSeries, "“ref” of \(place) is \(index), but there are \(columnRows.count) series.")
            }
            staged.rows.append(columnRows[Int(index)])
        }
        for value in try Self.column(columns, "value") {
            let place = JSONPlace(what: "sample", index: staged.values.count)
            guard let number = value.sampleValue else { throw value.unfit("“value” of \(place)", wanted: "a number") }
            staged.values.append(number)
        }
        try readTimes(of: columns, arrival, into: &staged)
        guard staged.rows.count == staged.values.count, staged.times.count == staged.values.count else {
            throw Refusal(
                .truncated,
                "The columns differ in length: “ref” \(staged.rows.count), “time” \(staged.times.count), "
                    + "“value” \(staged.values.count).")
        }
    }

    private func readTimes(
        of columns: JSONValue, _ arrival: EventTime, into staged: inout StagedSamples
    ) throws(Refusal) {
        guard columns.member("time") != nil else {
            staged.times.append(contentsOf: repeatElement(arrival.milliseconds, count: staged.values.count))
            return
        }
        for time in try Self.column(columns, "time") {
            let place = JSONPlace(what: "sample", index: staged.times.count)
            staged.times.append(try Self.time(time, place, arrival))
        }
    }

    /// A series as text, or as an object of name and labels.
    private mutating func row(ofSeries series: JSONValue, at place: JSONPlace) throws(Refusal) -> UInt32 {
        if let text = series.text { return try texts.row(of: text, at: place) }
        guard series.members != nil else { throw series.unfit("“series” of \(place)", wanted: "a text or an object") }
        return try row(name: series.member("name"), labels: series.member("labels"), at: place)
    }

    private mutating func row(name: JSONValue?, labels: JSONValue?, at place: JSONPlace) throws(Refusal) -> UInt32 {
        guard let name else { throw Refusal(.malformed, "\(place) names no series: “name” or “series” is missing.") }
        guard let text = name.text else { throw name.unfit("“name” of \(place)", wanted: "a text") }
        return try texts.row(name: text, labels: labels?.kind == .null ? nil : labels, at: place)
    }

    private static func column(_ columns: JSONValue, _ name: StaticString) throws(Refusal) -> JSONValue.Elements {
        guard let column = columns.member(name) else { throw Refusal(.malformed, "The columns lack “\(name)”.") }
        guard let elements = column.elements else { throw column.unfit("“\(name)”", wanted: "an array") }
        return elements
    }

    private static func time(
        _ time: JSONValue?, _ place: JSONPlace, _ arrival: EventTime
    ) throws(Refusal) -> Int64 {
        guard let time, time.kind != .null else { return arrival.milliseconds }
        guard let instant = time.time else {
            throw time.unfit("“time” of \(place)", wanted: "unix milliseconds, unix seconds or ISO 8601 text")
        }
        return instant.milliseconds
    }
}
