import Foundation
import Samples

/// What a replay costs from file to anomalies, against `wc -l` on the same file in the same run.
enum ReplayBench {
    static func run() throws {
        print("\n## Replay\n")
        let binary = ProcessInfo.processInfo.environment["ANDON_BINARY"] ?? ".build/release/andon"
        guard FileManager.default.isExecutableFile(atPath: binary) else {
            return print("There is no \(binary): `make build` makes it, or ANDON_BINARY names another.")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "andon-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        print("| file | samples | MB | replay, s | CPU, s | `wc -l`, s | ratio |\n|---|---:|---:|---:|---:|---:|---:|")
        for file in try [HistoryFile.single(in: folder), HistoryFile.long(in: folder)] {
            // The first run of each brings the file into memory.
            let count = try (0..<3).map { _ in try Run("/usr/bin/wc", ["-l", file.path]) }.min { $0.wall < $1.wall }
            let replay = try (0..<3).map { _ in try Run(binary, ["replay", file.path]) }.min { $0.wall < $1.wall }
            guard let count, let replay else { continue }
            let cells = [
                file.name, "\(file.samples)", "\(file.bytes / 1_000_000)", replay.wall.short, replay.processor.short,
                count.wall.short, (replay.wall / count.wall).short,
            ]
            print("| " + cells.joined(separator: " | ") + " |")
        }
        try FileManager.default.removeItem(at: folder)
    }
}

extension Double {
    /// Three decimals.
    fileprivate var short: String { "\((self * 1000).rounded() / 1000)" }
}
