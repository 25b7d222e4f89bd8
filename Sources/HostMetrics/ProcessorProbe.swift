/// Processors from `/proc/stat`: shares of time by mode and core, and what the scheduler counts.
struct ProcessorProbe: Probe {
    private var timesBefore: [String: ProcessorTimes] = [:]

    mutating func read(_ files: inout KernelFiles, into recorder: inout Recorder) {
        var times: [String: ProcessorTimes] = [:]
        defer { timesBefore = times }
        guard var text = files.scanner(of: "proc/stat") else { return }
        while var line = text.line() {
            guard let word = line.word() else { continue }
            let name = String(decoding: word, as: UTF8.self)
            if name.hasPrefix("cpu") {
                guard let now = ProcessorTimes(&line) else { continue }
                times[name] = now
                record(now, of: name, into: &recorder)
            } else if let number = line.number() {
                record(number, of: name, into: &recorder)
            }
        }
    }

    private func record(_ now: ProcessorTimes, of name: String, into recorder: inout Recorder) {
        guard recorder.elapsed != nil, let before = timesBefore[name], let shares = now.shares(since: before) else {
            return
        }
        guard name == "cpu" else {
            recorder.gauge("host_cpu_core_busy_ratio", ["cpu": String(name.dropFirst(3))], of: shares.busy)
            return
        }
        recorder.gauge("host_cpu_busy_ratio", of: shares.busy)
        for mode in ProcessorTimes.Mode.allCases where mode != .idle {
            guard let share = shares.byMode[mode] else { continue }
            recorder.gauge("host_cpu_usage_ratio", ["mode": mode.rawValue], of: share)
        }
    }

    private func record(_ number: UInt64, of name: String, into recorder: inout Recorder) {
        switch name {
        case "ctxt": recorder.rate("host_context_switches_per_second", of: number)
        case "intr": recorder.rate("host_interrupts_per_second", of: number)
        case "processes": recorder.rate("host_forks_per_second", of: number)
        case "procs_running": recorder.gauge("host_processes_running", of: Double(number))
        case "procs_blocked": recorder.gauge("host_processes_blocked", of: Double(number))
        default: break
        }
    }
}
