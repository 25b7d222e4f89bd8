/// The ticks that one processor, or all together, spent in each mode since the machine started.
struct ProcessorTimes: Sendable {
    /// What a processor does with a tick; time of guests is part of `user` and `nice`.
    enum Mode: String, CaseIterable {
        case user, nice, system, idle, iowait, irq, steal
    }

    /// How the time between two readings was spent.
    struct Shares {
        /// Share of all time by mode, in 0 ... 1; without a mode whose counter went backwards.
        var byMode: [Mode: Double]
        /// Share of all time that was neither idle nor waiting for input and output, in 0 ... 1.
        var busy: Double
    }

    private let ticks: [Mode: UInt64]

    /// Reads what follows the name in a line of `/proc/stat`; kernels before 2.6.11 have fewer than eight numbers.
    ///
    /// - Reference: proc_stat(5).
    init?(_ line: inout ByteScanner) {
        guard var numbers = line.numbers(4) else { return nil }
        while numbers.count < 8 { numbers.append(line.number() ?? 0) }
        ticks = [
            .user: numbers[0], .nice: numbers[1], .system: numbers[2], .idle: numbers[3], .iowait: numbers[4],
            .irq: numbers[5] &+ numbers[6], .steal: numbers[7],
        ]
    }

    /// How the time since an earlier reading was spent; `nil` where a counter went backwards or no tick passed.
    func shares(since earlier: ProcessorTimes) -> Shares? {
        var increases: [Mode: Double] = [:]
        for mode in Mode.allCases {
            guard let now = ticks[mode], let before = earlier.ticks[mode] else { return nil }
            if now >= before {
                increases[mode] = Double(now - before)
            } else if mode != .idle && mode != .iowait {
                return nil
            }
            // The kernel takes back some idle and waiting time that it had only estimated; the rest stays true.
        }
        let total = increases.values.reduce(0, +)
        guard total > 0 else { return nil }
        let unused = increases[.idle, default: 0] + increases[.iowait, default: 0]
        return Shares(byMode: increases.mapValues { $0 / total }, busy: (total - unused) / total)
    }
}
