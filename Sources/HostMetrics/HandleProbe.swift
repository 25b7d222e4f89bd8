/// What the kernel keeps open for programs: files and TCP connections.
struct HandleProbe: Probe {
    func read(_ files: inout KernelFiles, into recorder: inout Recorder) {
        if var text = files.scanner(of: "proc/sys/fs/file-nr"), let allocated = text.number() {
            recorder.gauge("host_file_handles", of: Double(allocated))
        }
        // Sockets of IPv6, which serve IPv4 as well, are counted in a file of their own.
        let counts = [
            inUse("TCP:", of: "proc/net/sockstat", &files), inUse("TCP6:", of: "proc/net/sockstat6", &files),
        ].compactMap { $0 }
        if !counts.isEmpty {
            recorder.gauge("host_tcp_connections", of: counts.reduce(0.0) { $0 + Double($1) })
        }
    }

    /// The number in a line such as `TCP: inuse 12 orphan 0 tw 3 alloc 15 mem 254`.
    private func inUse(_ heading: String, of path: String, _ files: inout KernelFiles) -> UInt64? {
        guard var text = files.scanner(of: path) else { return nil }
        while var line = text.line() {
            guard let word = line.word(), word.elementsEqual(heading.utf8) else { continue }
            guard let field = line.word(), field.elementsEqual("inuse".utf8) else { return nil }
            return line.number()
        }
        return nil
    }
}
