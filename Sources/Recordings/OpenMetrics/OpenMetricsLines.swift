import Samples

/// The lines of OpenMetrics or Prometheus text, with timestamps.
///
/// Seconds and milliseconds are told apart by magnitude. A sample without a time is a bad line: nobody knows when it was
/// taken. Comments and exemplars are skipped; the parts of histograms and summaries are the series that they are written as.
struct OpenMetricsLines: LineFormat {
    var splitter = LineSplitter()
    private var texts = SeriesTexts()

    @inline(__always)
    mutating func take(_ line: UnsafeRawBufferPointer, number: Int, into events: inout EventCollector) -> String? {
        takePlain(line, number, &events) ? nil : takeAny(line.trimmed(), number, &events)
    }

    /// Takes a line of a likely series with one blank between the parts; false, with nothing taken, for any other.
    @inline(__always)
    private mutating func takePlain(
        _ line: UnsafeRawBufferPointer, _ row: Int, _ events: inout EventCollector
    ) -> Bool {
        guard let hit = texts.predict(line, endedBy: { $0 == 0x20 }) else { return false }
        var position = hit.count + 1
        guard let value = DecimalNumber.scan(line, &position), position < line.count, line[position] == 0x20 else {
            return false
        }
        let timestamp = line.slice(position + 1, line.count)
        guard let time = Timestamp.parseNumber(timestamp) else { return false }
        events.begin(row: row, timestamp: timestamp)
        events.append(hit.series, time, value)
        return true
    }

    private mutating func takeAny(
        _ line: UnsafeRawBufferPointer, _ row: Int, _ events: inout EventCollector
    ) -> String? {
        guard !line.isEmpty, line[0] != UInt8(ascii: "#") else { return nil }
        guard let parts = OpenMetricsLine(line) else {
            return "\(Quotation.of(line)) is no series with a value and a time."
        }
        guard let value = SampleValue.parse(parts.value) else { return SampleValue.fault(parts.value) }
        guard !parts.timestamp.isEmpty else { return "\(Quotation.of(parts.series)) has no time." }
        guard let time = Timestamp.parseNumber(parts.timestamp) else { return Timestamp.fault(parts.timestamp) }
        let number = texts.number(of: parts.series, in: &events) { SeriesKey(parsing: parts.series.text) }
        guard let number else { return events.whyNoSeries(parts.series) }
        events.begin(row: row, timestamp: parts.timestamp)
        events.append(number, time, value)
        return nil
    }
}
