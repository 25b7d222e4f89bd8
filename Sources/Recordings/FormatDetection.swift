/// Tells from the beginning of a file how it is written; its name does not count.
enum FormatDetection {
    /// What was found.
    enum Verdict: Equatable {
        case format(RecordingFormat)
        /// There is nothing but blanks.
        case empty
        /// It is no recording.
        case none
        /// More of the beginning must be seen.
        case needsMore
    }

    /// So much of a file is looked at, in bytes.
    static let headBytes = 64 << 10
    /// So many lines are looked at, since some may be broken; comments do not count.
    private static let lineLimit = 16

    /// What a file without a known format is not.
    static let unknown = """
        it begins neither like CSV (timestamp,value or timestamp,series,value or timestamp,<series>,<series>…) nor like \
        JSON of Prometheus, VictoriaMetrics or Andon, OpenMetrics text with times or Influx lines
        """

    /// Judges the beginning of a file. A verdict stays the same however much more is seen.
    ///
    /// - Parameter isWhole: Whether the file ends here.
    static func judge(_ bytes: UnsafeRawBufferPointer, isWhole: Bool) -> Verdict {
        let isAll = bytes.count >= headBytes
        let head = bytes.slice(0, min(bytes.count, headBytes))
        var start = head.begins(with: "\u{FEFF}") ? 3 : 0
        while start < head.count, head[start].isBlank || head[start] == 0x0A || head[start] == 0x0D { start += 1 }
        let text = head.slice(start, head.count)
        let verdict = text.isEmpty ? nil : judgeText(text, isWhole: isWhole && !isAll)
        if let verdict { return verdict }
        if isAll { return .none }
        guard isWhole else { return .needsMore }
        return text.isEmpty ? .empty : .none
    }

    /// Judges a text that does not begin with blanks; `nil` where more of it could tell.
    private static func judgeText(_ text: UnsafeRawBufferPointer, isWhole: Bool) -> Verdict? {
        if text[0] == UInt8(ascii: "{") { return judgeJSON(text) }
        if isTable(text) { return .format(.csv) }
        var (start, seen) = (0, 0)
        while start < text.count, seen < lineLimit {
            let end = text.place(of: 0x0A, from: start)
            guard end != nil || isWhole else { return nil }
            let line = trimmed(text.slice(start, end ?? text.count))
            if let found = format(ofLine: line) { return .format(found) }
            if !line.isEmpty, line[0] != UInt8(ascii: "#") { seen += 1 }
            start = (end ?? text.count) + 1
        }
        return seen == lineLimit ? Verdict.none : nil
    }

    private static func trimmed(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        line.last == 0x0D ? line.slice(0, line.count - 1).trimmed() : line.trimmed()
    }

    /// By the name of the first member.
    private static func judgeJSON(_ text: UnsafeRawBufferPointer) -> Verdict? {
        var start = 1
        while start < text.count, text[start] <= 0x20 { start += 1 }
        guard start < text.count else { return nil }
        guard text[start] == UInt8(ascii: "\"") else { return Verdict.none }
        guard let end = text.place(of: UInt8(ascii: "\""), from: start + 1) else { return nil }
        switch text.slice(start + 1, end).text {
        case "metric", "values", "timestamps": return .format(.export)
        case "status", "data": return .format(.query)
        case "series", "ref", "close", "change", "feedback": return .format(.andon)
        default: return Verdict.none
        }
    }

    /// True where the text begins with the first column of a table.
    private static func isTable(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let comma = text.slice(0, min(text.count, 32)).place(of: UInt8(ascii: ",")) else { return false }
        var name = text.slice(0, comma).trimmed()
        if name.count > 2, name[0] == UInt8(ascii: "\""), name.last == name[0] {
            name = name.slice(1, name.count - 1).trimmed()
        }
        return CSVHeader.isTime(name.text)
    }

    private static func format(ofLine line: UnsafeRawBufferPointer) -> RecordingFormat? {
        guard !line.isEmpty else { return nil }
        if line[0] == UInt8(ascii: "#") {
            return isMetadata(line) ? .openmetrics : nil
        }
        if let parts = OpenMetricsLine(line), SampleValue.parse(parts.value) != nil,
            Timestamp.parseNumber(parts.timestamp) != nil
        {
            return .openmetrics
        }
        var parts = InfluxLine()
        guard parts.parse(line) == nil else { return nil }
        let timestamp = line.slice(parts.timestamp.lowerBound, parts.timestamp.upperBound)
        return Timestamp.parseInteger(timestamp) == nil ? nil : .influx
    }

    private static func isMetadata(_ line: UnsafeRawBufferPointer) -> Bool {
        line.begins(with: "# HELP ") || line.begins(with: "# TYPE ") || line.begins(with: "# UNIT ")
            || line.isWord("# EOF")
    }
}
