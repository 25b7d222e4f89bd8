/// What the kernel says of one process at one moment.
struct ProcessReading: Sendable {
    /// The command's name; of a kernel thread only what stands before a slash, as in `kworker/0:1-events`.
    let name: String
    /// Ticks from the start of the machine to that of the process: tells a reused number from the process before.
    let startTicks: UInt64
    /// Ticks of processor time used, in user and system mode.
    private(set) var cpuTicks: UInt64
    /// Pages of memory held, the shared ones included.
    private(set) var residentPages: UInt64
    /// Bytes read from and written to storage; `nil` where this user may not know.
    private(set) var readBytes: UInt64?
    private(set) var writeBytes: UInt64?

    /// The bit of a kernel thread in the field `flags`; `PF_KTHREAD` of the kernel's sched.h.
    private static let kernelThread: UInt64 = 0x0020_0000

    /// Reads `/proc/PID/stat`; the name in parentheses may itself contain parentheses, blanks and line feeds.
    ///
    /// - Reference: proc_pid_stat(5), whose numbers of fields are given here.
    init?(stat: ArraySlice<UInt8>) {
        guard let opening = stat.firstIndex(of: 0x28), let closing = stat.lastIndex(of: 0x29), opening < closing else {
            return nil
        }
        var fields = ByteScanner(stat[(closing + 1)...])
        fields.skip(words: 6)  // 3 to 8
        guard let flags = fields.number() else { return nil }
        fields.skip(words: 4)  // 10 to 13
        guard let user = fields.number(), let system = fields.number() else { return nil }
        fields.skip(words: 6)  // 16 to 21
        guard let start = fields.number() else { return nil }
        fields.skip(words: 1)  // 23
        guard let pages = fields.number() else { return nil }
        let command = stat[(opening + 1)..<closing]
        let shown = flags & Self.kernelThread == 0 ? command : command.prefix { $0 != 0x2F }
        name = String(decoding: shown, as: UTF8.self)
        startTicks = start
        cpuTicks = user &+ system
        residentPages = pages
    }

    /// Adds what `/proc/PID/io` says.
    ///
    /// - Reference: proc_pid_io(5).
    mutating func add(io text: ByteScanner) {
        var text = text
        while var line = text.line() {
            guard let key = line.text(upTo: 0x3A) else { continue }
            if key.elementsEqual("read_bytes".utf8) { readBytes = line.number() }
            if key.elementsEqual("write_bytes".utf8) { writeBytes = line.number() }
        }
    }

    /// The same process when it had just started and used nothing.
    var atBirth: ProcessReading {
        var reading = self
        reading.cpuTicks = 0
        reading.residentPages = 0
        reading.readBytes = 0
        reading.writeBytes = 0
        return reading
    }
}
