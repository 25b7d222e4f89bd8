/// Network interfaces that have carried anything, the loopback one too, from `/proc/net/dev`. The ends of containers' and
/// virtual machines' cables are left out: each has a name of its own, and what it carries shows on the interface behind it.
struct NetworkProbe: Probe {
    /// How the kernel, Docker, Calico, Cilium, LXC and libvirt begin such names.
    private static let passing = ["veth", "cali", "lxc", "vnet", "tap", "fwpr", "fwln", "fwbr"]

    func read(_ files: inout KernelFiles, into recorder: inout Recorder) {
        guard var text = files.scanner(of: "proc/net/dev") else { return }
        while var line = text.line() {
            // The two lines of headings have no colon.
            guard var name = line.text(upTo: 0x3A).map(ByteScanner.init), let word = name.word(),
                let counts = line.numbers(12), counts[0] > 0 || counts[8] > 0
            else { continue }
            let interface = String(decoding: word, as: UTF8.self)
            guard !Self.passing.contains(where: interface.hasPrefix) else { continue }
            record(counts, of: ["interface": interface], into: &recorder)
        }
    }

    /// Counts: bytes, packets, errors, drops, and four more received; bytes, packets, errors, drops sent.
    private func record(_ counts: [UInt64], of labels: [String: String], into recorder: inout Recorder) {
        recorder.rate("host_network_receive_bytes_per_second", labels, of: counts[0])
        recorder.rate("host_network_transmit_bytes_per_second", labels, of: counts[8])
        let errors = counts[2] &+ counts[3] &+ counts[10] &+ counts[11]
        recorder.rate("host_network_errors_per_second", labels, of: errors)
    }
}
