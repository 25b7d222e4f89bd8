import Foundation
import Synchronization

/// The process's standard streams.
enum Standard {
    /// What standard error shows; written to by several threads.
    private static let terminal = Mutex(InPlaceLine())

    /// Writes a line to standard output.
    static func output(_ line: String) {
        terminal.withLock { terminal in
            FileHandle.standardError.write(Data(terminal.replacing(with: "").utf8))
            FileHandle.standardOutput.write(Data((line + "\n").utf8))
        }
    }

    /// Writes a line to standard error.
    static func error(_ line: String) {
        terminal.withLock { FileHandle.standardError.write(Data($0.message(line).utf8)) }
    }

    /// True where standard output is a terminal that shows colours.
    static var outputHasColours: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    /// True where standard error is a terminal.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Replaces the line that was last written in place, an empty text just clears it; for terminals.
    static func errorInPlace(_ text: String) {
        terminal.withLock { FileHandle.standardError.write(Data($0.replacing(with: text).utf8)) }
    }

    /// Places in a line of standard output; `nil` where it is no terminal.
    static var outputWidth: Int? { width(STDOUT_FILENO) }

    /// Places in a line of standard error; `nil` where it is no terminal.
    static var errorWidth: Int? { width(STDERR_FILENO) }

    private static func width(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
        return size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}
