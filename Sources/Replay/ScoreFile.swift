import Detection
import Foundation
import Recordings

/// A file with what was said of each row of an input: `timestamp,value,expected,lower,upper,anomaly_score,anomaly`, behind the
/// timestamp the series where the input names it in its rows.
///
/// Times stand as the input wrote them. `anomaly` is 1 in the row whose sample opened an anomaly, the decision that the bus would
/// have seen. What is not known, as while a series is warming up, is an empty field; a score is then 0. So is the value of a row
/// that has none.
///
/// Belongs to one actor.
final class ScoreFile {
    private let file: OutputFile
    private let namesSeries: Bool
    private var line: [UInt8] = []

    /// Makes the file and the folders that it lies in.
    ///
    /// - Throws: ``ReplayError/write(path:reason:)``.
    init(path: String, namesSeries: Bool) throws(ReplayError) {
        self.namesSeries = namesSeries
        file = try OutputFile(path: path)
        try file.append("timestamp,\(namesSeries ? "series," : "")value,expected,lower,upper,".utf8)
        try file.append("anomaly_score,anomaly\n".utf8)
    }

    /// Adds a row.
    func append(_ row: JudgedRow, time: some Sequence<UInt8>, series: [UInt8]) throws(ReplayError) {
        line.removeAll(keepingCapacity: true)
        line.append(contentsOf: time)
        if namesSeries {
            line.append(Self.comma)
            line.append(contentsOf: series)
        }
        append(Self.text(row.value))
        for known in [row.expected, row.lower, row.upper] { append(known.isNaN ? "" : known.description) }
        append(row.score == 0 ? "0" : row.score == 1 ? "1" : row.score.description)
        append(row.outcome.contains(.opened) ? "1" : "0")
        line.append(0x0A)
        try file.append(line)
    }

    /// Writes what is left.
    func flush() throws(ReplayError) { try file.flush() }

    private static func text(_ value: Double) -> String {
        guard !value.isNaN else { return "" }
        return value == value.rounded() && abs(value) < 1e15 ? Int64(value).description : value.description
    }

    private func append(_ text: String) {
        line.append(Self.comma)
        line.append(contentsOf: text.utf8)
    }

    private static let comma: UInt8 = 0x2C

    /// A field of CSV: in quotation marks where it has to be.
    static func field(_ text: String) -> [UInt8] {
        guard text.utf8.contains(where: { $0 == comma || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            return Array(text.utf8)
        }
        return Array("\"\(text.replacing("\"", with: "\"\""))\"".utf8)
    }

    /// Where the scores of an input go: its own relative path without the ending of what is packed; what is no CSV gets that ending.
    static func path(in directory: String, for file: RecordingFile) -> String {
        var name = file.relativePath
        if name.hasSuffix(".gz") { name.removeLast(3) }
        let isOther = file.format.map { $0 != .csv } ?? file.isStandardInput
        if isOther, !name.hasSuffix(".csv") { name += ".csv" }
        return "\(directory)/\(name)"
    }
}
