import Evaluation
import Foundation
import Samples

/// The reference scorer, where it lies beside the package, and the files it works on.
enum ScoreNAB {
    static var isThere: Bool { FileManager.default.fileExists(atPath: script.path) }

    static var hasCorpus: Bool { isThere && FileManager.default.fileExists(atPath: corpusWindows.path) }

    static let corpus = shared.appending(path: "data/nab")
    static let corpusWindows = corpus.appending(path: "windows.json")

    private static let script = shared.appending(path: "tools/score_nab.py")
    private static let shared = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared")

    /// One process for all: starting Python takes longer than scoring.
    private static let driver = """
        import runpy, sys
        script, rest = sys.argv[1], sys.argv[2:]
        for data, windows, scores in zip(rest[0::3], rest[1::3], rest[2::3]):
            for extra in ["--column", "anomaly_score"], ["--column", "anomaly", "--decisions"]:
                sys.argv = [script, "--data", data, "--windows", windows, "--scores", scores] + extra
                runpy.run_path(script, run_name="__main__")
        """

    /// One data set: the folder of the files, the labels, and the folder of the scores.
    struct DataSet {
        var data: URL
        var windows: URL
        var scores: URL
    }

    /// For each data set the six scores, best threshold first, each in the order of the profiles.
    static func scores(of dataSets: [DataSet]) throws -> [[Double]] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["python3", "-c", driver, script.path]
            + dataSets.flatMap { [$0.data.path, $0.windows.path, $0.scores.path] }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // "standard 12.34 threshold 0.5 windows 3"
        let numbers = String(decoding: printed, as: UTF8.self).split(separator: "\n").compactMap { line in
            Double(line.split(separator: " ").dropFirst().first ?? "")
        }
        return stride(from: 0, to: numbers.count, by: 6).map { Array(numbers[$0..<min($0 + 6, numbers.count)]) }
    }

    /// Writes what the scorer reads of files, its labels beside them.
    static func write(_ files: [FileHistory], to folder: URL) throws -> DataSet {
        var labels: [String: [[String]]] = [:]
        for file in files {
            let url = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text(of: file.rows ?? RowScores()).utf8).write(to: url)
            labels[file.path] = file.windows?.map { [$0.start.description, $0.end.description] }
        }
        let windows = folder.appending(path: "windows.json")
        try JSONEncoder().encode(labels).write(to: windows)
        return DataSet(data: folder, windows: windows, scores: folder)
    }

    private static func text(of rows: RowScores) -> String {
        var text = "timestamp,anomaly_score,anomaly\n"
        for index in 0..<rows.count {
            text += "\(EventTime(milliseconds: rows.times[index])),\(rows.scores[index]),"
            text += rows.decisions[index] ? "1\n" : "0\n"
        }
        return text
    }
}
