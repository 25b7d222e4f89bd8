/// How much is waiting: load averages, and the share of time that pressure stalled work.
struct LoadProbe: Probe {
    func read(_ files: inout KernelFiles, into recorder: inout Recorder) {
        if var text = files.scanner(of: "proc/loadavg") {
            for name in ["host_load1", "host_load5", "host_load15"] {
                guard let load = text.decimal() else { break }
                recorder.gauge(name, of: load)
            }
        }
        for resource in ["cpu", "memory", "io"] {
            readPressure(on: resource, &files, into: &recorder)
        }
    }

    /// Lines such as `some avg10=0.39 avg60=2.46 avg300=2.52 total=30387380`, the total in microseconds.
    private func readPressure(on resource: String, _ files: inout KernelFiles, into recorder: inout Recorder) {
        guard var text = files.scanner(of: "proc/pressure/\(resource)") else { return }
        while var line = text.line() {
            guard let word = line.word() else { continue }
            let kind = String(decoding: word, as: UTF8.self)
            guard kind == "some" || kind == "full" else { continue }
            while let field = line.word() {
                var field = ByteScanner(field)
                guard let name = field.text(upTo: 0x3D), name.elementsEqual("total".utf8), let total = field.number()
                else { continue }
                recorder.share("host_pressure_ratio", ["resource": resource, "kind": kind], of: total, unit: 1e-6)
            }
        }
    }
}
