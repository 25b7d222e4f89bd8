/// What the kernel tells about one process.
struct ProcessReading: Equatable, Sendable {
    /// Bytes in memory.
    var residentBytes: Double
    /// Seconds of processor time, in user mode and in the kernel, since the start.
    var cpuSeconds: Double
    /// Threads alive.
    var threads: Double
    /// The soft limit of open files, or `nil` where there is none.
    var maximumFiles: Double?
    /// Seconds since the start of 1970, UTC.
    var startSeconds: Double

    /// Ticks a second in what the kernel tells: USER_HZ, which is 100 on every architecture Andon is built for.
    private static let ticksPerSecond = 100.0

    /// Reads the texts of `/proc/<pid>/stat`, `…/status`, `…/limits` and `/proc/stat`; `nil` where one is not as expected.
    init?(stat: String, status: String, limits: String, system: String) {
        // The program's name stands in parentheses and may hold anything, parentheses too: count from the last one.
        guard let nameEnd = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[stat.index(after: nameEnd)...].split(separator: " ")
        guard fields.count > 19, let user = Double(fields[11]), let kernel = Double(fields[12]),
            let start = Double(fields[19]),
            let residentKiB = Self.number(after: "VmRSS:", in: status),
            let threads = Self.number(after: "Threads:", in: status),
            let boot = Self.number(after: "btime", in: system)
        else { return nil }
        residentBytes = residentKiB * 1_024
        cpuSeconds = (user + kernel) / Self.ticksPerSecond
        self.threads = threads
        maximumFiles = Self.number(after: "Max open files", in: limits)
        startSeconds = boot + start / Self.ticksPerSecond
    }

    /// The first number on the line that begins with `key`.
    private static func number(after key: String, in text: String) -> Double? {
        for line in text.split(separator: "\n") where line.hasPrefix(key) {
            return line.dropFirst(key.count).split { $0 == " " || $0 == "\t" }.first.flatMap { Double($0) }
        }
        return nil
    }
}
