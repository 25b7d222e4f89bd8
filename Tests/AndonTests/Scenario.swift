import Foundation
import Testing

/// Runs a script of `Scenarios/` against the `andon` that was built beside the tests.
enum Scenario {
    static func run<Facts: Decodable>(_ name: String, _ arguments: [String] = []) throws -> Facts {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scenarios/\(name).py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, script.path] + arguments
        var environment = ProcessInfo.processInfo.environment
        environment["ANDON_BINARY"] = binary.path
        process.environment = environment
        // A file, not a second pipe: nobody reads two pipes at once, and a full one would stop the script.
        let complaints = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString).log")
        try Data().write(to: complaints)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: complaints)
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let complaint = try String(contentsOf: complaints, encoding: .utf8)
        try FileManager.default.removeItem(at: complaints)
        try #require(process.terminationStatus == 0, "\(name).py: \(complaint)")
        let lines = printed.split(separator: UInt8(ascii: "\n"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Facts.self, from: Data(try #require(lines.last)))
    }

    /// A Python with pyzmq and protobuf; `make test` makes one and names it.
    private static var python: String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return ProcessInfo.processInfo.environment["ANDON_PYTHON"] ?? root.appending(path: ".venv/bin/python").path
    }

    /// Tests and executable are built into the same folder.
    private static var binary: URL {
        URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().appending(path: "andon")
    }
}
