/// One group of metrics: reads its files of the kernel and records what they say.
///
/// A file that is absent or malformed costs its own series and nothing else.
protocol Probe: Sendable {
    /// Reads once for the recorder's tick.
    mutating func read(_ files: inout KernelFiles, into recorder: inout Recorder)
}
