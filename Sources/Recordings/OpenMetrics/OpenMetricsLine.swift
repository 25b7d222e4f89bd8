/// The parts of a line of OpenMetrics or Prometheus text: `name{label="value"} value timestamp # exemplar`.
struct OpenMetricsLine {
    /// The series as it is written: name, and labels in braces.
    let series: UnsafeRawBufferPointer
    /// The text of the value.
    let value: UnsafeRawBufferPointer
    /// The text of the time; empty where there is none.
    let timestamp: UnsafeRawBufferPointer

    /// Reads a line without blanks at its ends; `nil` where it does not begin with a series, or has too many parts.
    init?(_ line: UnsafeRawBufferPointer) {
        guard let seriesEnd = Self.seriesEnd(line) else { return nil }
        series = line.slice(0, seriesEnd)
        let valueStart = line.skippingBlanks(from: seriesEnd)
        let valueEnd = Self.wordEnd(line, from: valueStart)
        value = line.slice(valueStart, valueEnd)
        let timeStart = line.skippingBlanks(from: valueEnd)
        let timeEnd = Self.wordEnd(line, from: timeStart)
        timestamp = line.slice(timeStart, timeEnd)
        let rest = line.skippingBlanks(from: timeEnd)
        guard rest == line.count || line[rest] == Self.hash else { return nil }
    }

    /// The end of a word that an exemplar's `#` is not.
    private static func wordEnd(_ line: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        if index < line.count, line[index] == hash { return index }
        while index < line.count, !line[index].isBlank { index += 1 }
        return index
    }

    /// Behind the name and, where there are any, the labels.
    private static func seriesEnd(_ line: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        while index < line.count, isPartOfName(line[index]) { index += 1 }
        guard index > 0, !line[0].isDigit else { return nil }
        let nameEnd = index
        index = line.skippingBlanks(from: index)
        guard index < line.count, line[index] == UInt8(ascii: "{") else {
            return nameEnd == line.count || line[nameEnd].isBlank ? nameEnd : nil
        }
        var isInQuotes = false
        while index < line.count {
            switch line[index] {
            case UInt8(ascii: "\\") where isInQuotes: index += 1  // what a backslash escapes closes nothing
            case UInt8(ascii: "\""): isInQuotes.toggle()
            case UInt8(ascii: "}") where !isInQuotes: return index + 1
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
    }

    private static let hash = UInt8(ascii: "#")
}
