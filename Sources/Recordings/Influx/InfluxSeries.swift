import Samples

/// What the series of a field is called, as VictoriaMetrics does it: `measurement_field{tag="value"}`.
enum InfluxSeries {
    /// The series of a field; `nil` where a tag has no name or no value, or there is no name at all.
    ///
    /// - Parameter head: `measurement,tag=value,…` as it is written.
    static func key(_ head: UnsafeRawBufferPointer, field: UnsafeRawBufferPointer) -> SeriesKey? {
        var index = InfluxLine.end(head, from: 0) { $0 == comma }
        let measurement = unescaped(head.slice(0, index))
        var labels: [(name: String, value: String)] = []
        while index < head.count {
            let start = index + 1
            index = InfluxLine.end(head, from: start) { $0 == comma }
            let tag = head.slice(start, index)
            let equals = InfluxLine.end(tag, from: 0) { $0 == UInt8(ascii: "=") }
            guard equals > 0, equals + 1 < tag.count else { return nil }
            labels.append((unescaped(tag.slice(0, equals)), unescaped(tag.slice(equals + 1, tag.count))))
        }
        let name = [measurement, unescaped(field)].filter { !$0.isEmpty }.joined(separator: "_")
        return name.isEmpty ? nil : SeriesKey(name, Labels(labels))
    }

    /// Without the backslashes before blanks, commas, equals signs and backslashes; any other stands for itself.
    private static func unescaped(_ bytes: UnsafeRawBufferPointer) -> String {
        guard bytes.contains(InfluxLine.backslash) else { return bytes.text }
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let isEscape = bytes[index] == InfluxLine.backslash && index + 1 < bytes.count
            if isEscape, escaped.contains(bytes[index + 1]) { index += 1 }
            out.append(bytes[index])
            index += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let comma = UInt8(ascii: ",")
    private static let escaped = Array(" ,=\\".utf8)
}
