import Glibc

/// What one tick and one page of the kernel's counters are worth.
struct KernelUnits: Sendable {
    /// Ticks in a second of processor time.
    let ticksPerSecond: Double
    /// Bytes in a page of memory.
    let pageBytes: Double

    /// As the kernel of this machine counts.
    static var ofThisMachine: KernelUnits {
        KernelUnits(
            ticksPerSecond: Double(sysconf(Int32(_SC_CLK_TCK))), pageBytes: Double(sysconf(Int32(_SC_PAGESIZE))))
    }
}
