/// Whole disks that have done anything, from `/proc/diskstats`.
struct DiskProbe: Probe {
    /// The unit of the kernel's sector counts, whatever the disk's own sectors are; proc_diskstats(5).
    private static let sectorBytes = 512.0
    /// Devices without hardware of their own: what they carry shows up elsewhere.
    private static let skipped = ["loop", "ram", "zram"]

    func read(_ files: inout KernelFiles, into recorder: inout Recorder) {
        guard var text = files.scanner(of: "proc/diskstats") else { return }
        while var line = text.line() {
            line.skip(words: 2)  // major and minor number
            guard let word = line.word(), let counts = line.numbers(10) else { continue }
            let device = String(decoding: word, as: UTF8.self)
            guard counts[0] > 0 || counts[4] > 0, isWholeDisk(device, files) else { continue }
            record(counts, of: ["device": device], into: &recorder)
        }
    }

    /// Counts: reads, merged, sectors, ms, writes, merged, sectors, ms, in flight, ms busy.
    private func record(_ counts: [UInt64], of labels: [String: String], into recorder: inout Recorder) {
        recorder.rate("host_disk_read_bytes_per_second", labels, of: counts[2], unit: Self.sectorBytes)
        recorder.rate("host_disk_write_bytes_per_second", labels, of: counts[6], unit: Self.sectorBytes)
        recorder.rate("host_disk_operations_per_second", labels, of: counts[0] &+ counts[4])
        recorder.share("host_disk_busy_ratio", labels, of: counts[9], unit: 1e-3)
    }

    /// `/sys/block` lists disks and not their partitions; a slash in a name stands there as an exclamation mark.
    private func isWholeDisk(_ device: String, _ files: KernelFiles) -> Bool {
        guard !Self.skipped.contains(where: device.hasPrefix) else { return false }
        return files.exists("sys/block/" + String(device.map { $0 == "/" ? "!" : $0 }))
    }
}
