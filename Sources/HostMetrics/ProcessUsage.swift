/// What all processes of one name use together.
///
/// A rate is the sum over those processes whose rate is known; `nil` where none is.
struct ProcessUsage: Sendable {
    /// Bytes of memory held; pages that processes share count for each of them.
    private(set) var memoryBytes = 0.0
    /// Processor cores kept busy: seconds of processor time in a second.
    private(set) var cores: Double?
    /// Bytes read from storage in a second.
    private(set) var readBytesPerSecond: Double?
    /// Bytes written to storage in a second.
    private(set) var writeBytesPerSecond: Double?

    /// Bytes read and written in a second.
    var bytesPerSecond: Double? {
        Self.sum(readBytesPerSecond, writeBytesPerSecond)
    }

    /// Takes in one process; without an earlier reading or the seconds since then only its memory.
    mutating func add(_ now: ProcessReading, since before: ProcessReading?, seconds: Double?, units: KernelUnits) {
        memoryBytes += Double(now.residentPages) * units.pageBytes
        guard let before, let seconds else { return }
        let cpu = Self.rate(now.cpuTicks, before.cpuTicks, seconds).map { $0 / units.ticksPerSecond }
        cores = Self.sum(cores, cpu)
        readBytesPerSecond = Self.sum(readBytesPerSecond, Self.rate(now.readBytes, before.readBytes, seconds))
        writeBytesPerSecond = Self.sum(writeBytesPerSecond, Self.rate(now.writeBytes, before.writeBytes, seconds))
    }

    /// `nil` where a counter is not known or went backwards.
    private static func rate(_ now: UInt64?, _ before: UInt64?, _ seconds: Double) -> Double? {
        guard let now, let before, now >= before else { return nil }
        return Double(now - before) / seconds
    }

    private static func sum(_ a: Double?, _ b: Double?) -> Double? {
        guard let a else { return b }
        return a + (b ?? 0)
    }
}
