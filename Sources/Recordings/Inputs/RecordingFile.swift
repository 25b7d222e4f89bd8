package import Samples

/// A recording that was named on a command line, or found in a folder that was.
package struct RecordingFile: Equatable, Sendable {
    /// Where it is, to open it; `-` is the standard input.
    package let path: String
    /// Where what is made of it goes: below the folder that was named, or as it was named.
    package let relativePath: String
    /// The series of a file that does not name its own: the relative path without its ending.
    package let seriesName: String
    /// Bytes on the disk; `nil` for what has no length.
    package let totalBytes: Int?
    /// How it is written, where somebody has looked.
    package let format: RecordingFormat?

    /// A recording by path; it need not exist.
    ///
    /// - Parameters:
    ///   - path: As it was named; `-` is the standard input.
    ///   - relativePath: `nil` for the path as it was named or, where it is absolute or leads upwards, its last part.
    ///   - totalBytes: Bytes on the disk, where they are known.
    ///   - format: How it is written, where that is known.
    package init(
        path: String, relativePath: String? = nil, totalBytes: Int? = nil, format: RecordingFormat? = nil
    ) {
        self.format = format
        self.path = path
        self.relativePath = relativePath ?? Self.relativePath(of: path)
        self.totalBytes = totalBytes
        seriesName = Self.withoutEnding(self.relativePath)
    }

    /// True for the standard input.
    package var isStandardInput: Bool { path == "-" }

    /// The series of a file that does not name its own.
    ///
    /// A path that reads as a series with labels is one; braces and quotes that mean nothing would be refused at a door.
    package var series: SeriesKey {
        SeriesKey(parsing: seriesName)
            ?? SeriesKey(String(seriesName.map { "{}\"".contains($0) ? "_" : $0 }))
    }

    private static func relativePath(of path: String) -> String {
        guard path != "-" else { return "stdin" }
        let parts = path.split(separator: "/").filter { $0 != "." }
        let isBelow = !path.hasPrefix("/") && !parts.contains("..")
        return isBelow ? parts.joined(separator: "/") : String(parts.last ?? "")
    }

    /// `data/cpu.csv` and `data/cpu.csv.gz` become `data/cpu`; `.csv` stays.
    static func withoutEnding(_ path: String) -> String {
        let unpacked = path.hasSuffix(".gz") ? cutAtLastPoint(path) : path
        return cutAtLastPoint(unpacked)
    }

    private static func cutAtLastPoint(_ path: String) -> String {
        let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        guard let dot = path[start...].lastIndex(of: "."), dot > start else { return path }
        return String(path[..<dot])
    }
}
