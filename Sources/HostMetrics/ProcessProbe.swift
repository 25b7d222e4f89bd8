/// The processes that use most, by name, from `/proc/PID/stat` and `/proc/PID/io`.
///
/// A process that starts and ends between two ticks is not seen.
struct ProcessProbe: Probe {
    private let units: KernelUnits
    private var roster: ProcessRoster
    private var readingsBefore: [Int32: ProcessReading] = [:]
    private var uptimeBefore: UInt64?

    init(limits: ProcessLimits, units: KernelUnits) {
        self.units = units
        roster = ProcessRoster(limits: limits)
    }

    mutating func read(_ files: inout KernelFiles, into recorder: inout Recorder) {
        // Before the processes, so that one which starts meanwhile counts as newer.
        let uptime = uptimeTicks(&files)
        var readings: [Int32: ProcessReading] = [:]
        var usage: [String: ProcessUsage] = [:]
        for id in files.processIDs() {
            guard let now = reading(of: id, &files) else { continue }
            readings[id] = now
            usage[now.name, default: ProcessUsage()]
                .add(now, since: earlier(now, id), seconds: recorder.elapsed, units: units)
        }
        (readingsBefore, uptimeBefore) = (readings, uptime)
        roster.update(usage, at: recorder.time)
        for name in roster.names { record(usage[name], of: name, into: &recorder) }
    }

    /// A name without processes uses nothing.
    private func record(_ usage: ProcessUsage?, of name: String, into recorder: inout Recorder) {
        let labels = ["process": name]
        recorder.gauge("process_memory_bytes", labels, of: usage?.memoryBytes ?? 0)
        guard recorder.elapsed != nil else { return }
        let isGone = usage == nil
        if let cores = isGone ? 0 : usage?.cores { recorder.gauge("process_cpu_cores", labels, of: cores) }
        let bytesIfGone: Double? = isGone && roster.hasInputOutput(name) ? 0 : nil
        if let bytes = usage?.readBytesPerSecond ?? bytesIfGone {
            recorder.gauge("process_read_bytes_per_second", labels, of: bytes)
        }
        if let bytes = usage?.writeBytesPerSecond ?? bytesIfGone {
            recorder.gauge("process_write_bytes_per_second", labels, of: bytes)
        }
    }

    /// What to compare a process with: its reading of the tick before, or nothing used where it started since then.
    private func earlier(_ now: ProcessReading, _ id: Int32) -> ProcessReading? {
        if let before = readingsBefore[id], before.startTicks == now.startTicks { return before }
        guard let uptimeBefore, now.startTicks >= uptimeBefore else { return nil }
        return now.atBirth
    }

    private func reading(of id: Int32, _ files: inout KernelFiles) -> ProcessReading? {
        guard let stat = files.contents(of: "proc/\(id)/stat"), var reading = ProcessReading(stat: stat) else {
            return nil
        }
        if let text = files.scanner(of: "proc/\(id)/io") { reading.add(io: text) }
        return reading
    }

    /// Ticks since the machine started; `nil` where `/proc/uptime` is absent, and then no process counts as new.
    private func uptimeTicks(_ files: inout KernelFiles) -> UInt64? {
        guard var text = files.scanner(of: "proc/uptime"), let seconds = text.decimal() else { return nil }
        return UInt64(exactly: (seconds * units.ticksPerSecond).rounded())
    }
}
