import Foundation
import Testing

/// Runs a script of `Scenarios/` against the `andon` that was built beside the tests.
enum Scenario {
    static func run<Facts: Decodable>(_ name: String, _ arguments: [String] = []) async throws -> Facts {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scenarios/\(name).py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, script.path] + arguments
        var environment = ProcessInfo.processInfo.environment
        environment["ANDON_BINARY"] = binary.path
        process.environment = environment
        // Files, not pipes: nobody has to read them while the script runs, and what outlives it keeps nobody waiting.
        let folder = FileManager.default.temporaryDirectory.appending(path: "andon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (output, complaints) = (folder.appending(path: "output"), folder.appending(path: "complaints"))
        for file in [output, complaints] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaints)
        try await end(of: process)
        let printed = try Data(contentsOf: output)
        let complaint = try String(contentsOf: complaints, encoding: .utf8)
        try FileManager.default.removeItem(at: folder)
        try #require(process.terminationStatus == 0, "\(name).py: \(complaint)")
        let lines = printed.split(separator: UInt8(ascii: "\n"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Facts.self, from: Data(try #require(lines.last)))
    }

    /// Runs a process to its end without holding a thread; one whose test is cancelled is told to stop.
    private static func end(of process: Process) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in ended.resume() }
                do {
                    try process.run()
                } catch {
                    ended.resume(throwing: error)
                }
            }
        } onCancel: {
            if process.isRunning { process.terminate() }
        }
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
