import Foundation

/// One run of a program, and what it took.
struct Run {
    /// Seconds.
    let wall: Double
    /// Seconds of all its threads.
    let processor: Double

    init(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let before = Self.childSeconds
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        process.waitUntilExit()
        wall = (clock.now - start) / .seconds(1)
        processor = Self.childSeconds - before
    }

    /// What all children that have ended took.
    private static var childSeconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        let times = [usage.ru_utime, usage.ru_stime]
        return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6 }
    }
}
