/// Memory, swap and page faults, from `/proc/meminfo` and `/proc/vmstat`.
struct MemoryProbe: Probe {
    let units: KernelUnits

    func read(_ files: inout KernelFiles, into recorder: inout Recorder) {
        if let kibibytes = files.numbersByKey(of: "proc/meminfo") {
            readMemory(kibibytes.mapValues { Double($0) * 1024 }, into: &recorder)
        }
        if let events = files.numbersByKey(of: "proc/vmstat") {
            readEvents(events, into: &recorder)
        }
    }

    /// Used is what a new program could not have: all but the available, which counts reclaimable caches as free.
    private func readMemory(_ bytes: [String: Double], into recorder: inout Recorder) {
        if let total = bytes["MemTotal"], let available = bytes["MemAvailable"] {
            recorder.gauge("host_memory_used_bytes", of: max(0, total - available))
            recorder.gauge("host_memory_available_bytes", of: available)
        }
        if let cached = bytes["Cached"] { recorder.gauge("host_memory_cached_bytes", of: cached) }
        if let dirty = bytes["Dirty"] { recorder.gauge("host_memory_dirty_bytes", of: dirty) }
        if let total = bytes["SwapTotal"], let free = bytes["SwapFree"] {
            recorder.gauge("host_swap_used_bytes", of: max(0, total - free))
        }
    }

    private func readEvents(_ events: [String: UInt64], into recorder: inout Recorder) {
        if let pages = events["pswpin"] {
            recorder.rate("host_swap_in_bytes_per_second", of: pages, unit: units.pageBytes)
        }
        if let pages = events["pswpout"] {
            recorder.rate("host_swap_out_bytes_per_second", of: pages, unit: units.pageBytes)
        }
        if let faults = events["pgmajfault"] { recorder.rate("host_major_page_faults_per_second", of: faults) }
    }
}
