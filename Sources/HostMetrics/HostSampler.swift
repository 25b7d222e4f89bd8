package import Samples

/// This machine's own metrics, read from `/proc` and `/sys` whenever it is asked.
///
/// Series are named in Prometheus style with base units (`host_…`, `process_…`) and carry a label `host`. Rates compare with
/// the call before; the first call gives gauges only. A file that this machine lacks, or that is malformed, costs its own
/// series and nothing else.
///
/// - Cost: reads two small files for each process; blocks while it does.
package struct HostSampler: Sendable {
    private var files: KernelFiles
    private var recorder: Recorder
    private var probes: [any Probe]

    /// Metrics of the machine whose `proc` and `sys` lie below `root`, under the name `host`.
    package init(root: String = "/", host: String, limits: ProcessLimits = ProcessLimits()) {
        self.init(root: root, host: host, limits: limits, units: .ofThisMachine)
    }

    /// As the public one, with the units of the kernel that wrote the files.
    init(root: String, host: String, limits: ProcessLimits, units: KernelUnits) {
        files = KernelFiles(root: root)
        recorder = Recorder(host: host)
        probes = [
            ProcessorProbe(), LoadProbe(), MemoryProbe(units: units), DiskProbe(), NetworkProbe(), HandleProbe(),
            ProcessProbe(limits: limits, units: units),
        ]
    }

    /// All samples of now, stamped with `time`, which says how long ago the call before was.
    ///
    /// Where `time` did not go forward, or a counter went backwards, there is no rate for the interval.
    package mutating func sample(at time: EventTime) -> SampleBatch {
        recorder.begin(at: time)
        for index in probes.indices { probes[index].read(&files, into: &recorder) }
        return recorder.finish()
    }
}
