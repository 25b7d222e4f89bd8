import Foundation
import Samples

/// A made history to measure with.
struct HistoryFile {
    let name: String
    let path: String
    let samples: Int
    let bytes: Int

    private static let start: Int64 = 1_767_225_600

    /// One series of a million samples, one a minute, with a daily cycle.
    static func single(in folder: URL) throws -> HistoryFile {
        var generator = SeededGenerator(seed: 1)
        return try write("single.csv", in: folder, header: "timestamp,value", samples: 1_000_000) { row in
            "\(time(row)),\(value(row, &generator))\n"
        }
    }

    /// A thousand series of a week, one sample a minute, in the order of time.
    static func long(in folder: URL) throws -> HistoryFile {
        var generator = SeededGenerator(seed: 2)
        let keys = (0..<1000).map { "\"cpu_usage{host=\"\"h\($0)\"\",zone=\"\"z\($0 % 7)\"\"}\"" }
        return try write("long.csv", in: folder, header: "timestamp,series,value", samples: 10_080_000) { row in
            "\(time(row / 1000)),\(keys[row % 1000]),\(value(row / 1000, &generator))\n"
        }
    }

    private static func write(
        _ name: String, in folder: URL, header: String, samples: Int, line: (Int) -> String
    ) throws -> HistoryFile {
        let url = folder.appending(path: name)
        try Data("\(header)\n".utf8).write(to: url)
        let file = try FileHandle(forWritingTo: url)
        try file.seekToEnd()
        var (buffer, bytes) = (Data(), header.utf8.count + 1)
        for row in 0..<samples {
            buffer.append(contentsOf: line(row).utf8)
            if buffer.count > 1 << 20 || row == samples - 1 {
                try file.write(contentsOf: buffer)
                bytes += buffer.count
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try file.close()
        return HistoryFile(name: name, path: url.path, samples: samples, bytes: bytes)
    }

    private static func time(_ minute: Int) -> String {
        EventTime(seconds: start + Int64(minute) * 60).description.replacing("T", with: " ").replacing("Z", with: "")
    }

    private static func value(_ minute: Int, _ generator: inout SeededGenerator) -> Double {
        let day = sin(2 * .pi * Double(minute % 1440) / 1440)
        return ((50 + 20 * day + generator.normal()) * 1000).rounded() / 1000
    }
}
