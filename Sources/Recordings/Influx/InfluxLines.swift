/// The lines of the Influx line protocol.
///
/// Each field that is a number or a truth is a sample; texts are skipped. A line is taken whole or, where anything in it is
/// wrong, not at all. Seconds to nanoseconds are told apart by magnitude; a line without a time is bad.
struct InfluxLines: LineFormat {
    var splitter = LineSplitter()
    private var line = InfluxLine()
    private var texts = SeriesTexts()
    private var name: [UInt8] = []
    private var numbers: [Int] = []

    mutating func take(_ line: UnsafeRawBufferPointer, number: Int, into events: inout EventCollector) -> String? {
        let line = line.trimmed()
        guard !line.isEmpty, line[0] != UInt8(ascii: "#") else { return nil }
        if let fault = self.line.parse(line) { return fault }
        let timestamp = line.slice(self.line.timestamp.lowerBound, self.line.timestamp.upperBound)
        guard !timestamp.isEmpty else { return "\(Quotation.of(line.slice(0, self.line.headEnd))) has no time." }
        guard let time = Timestamp.parseInteger(timestamp) else { return Timestamp.fault(timestamp) }
        if let fault = findSeries(line, &events) { return fault }
        events.begin(row: number, timestamp: timestamp)
        for (field, series) in zip(self.line.fields, numbers) {
            if let value = field.value { events.append(series, time, value) }
        }
        return nil
    }

    /// Finds the series of all fields, -1 for texts, before anything is taken.
    private mutating func findSeries(_ line: UnsafeRawBufferPointer, _ events: inout EventCollector) -> String? {
        numbers.removeAll(keepingCapacity: true)
        let head = line.slice(0, self.line.headEnd)
        for field in self.line.fields {
            guard field.value != nil else {
                numbers.append(-1)
                continue
            }
            let fieldName = line.slice(field.start, field.end)
            // As in the line itself, the first blank that is not escaped parts the two.
            name.removeAll(keepingCapacity: true)
            name.append(contentsOf: head)
            name.append(0x20)
            name.append(contentsOf: fieldName)
            let number = name.withUnsafeBytes { name in
                texts.number(of: name, in: &events) { InfluxSeries.key(head, field: fieldName) }
            }
            guard let number else { return events.whyNoSeries(head) }
            numbers.append(number)
        }
        return nil
    }
}
