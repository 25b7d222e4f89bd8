import Baselines

/// What a point costs: every baseline's update, four ways, against what the memory gives in the same run.
enum KernelBench {
    static func run() {
        print("## Kernels\n")
        print("Points scored and learned on one core, million a second, blocks of \(Workload.blockSize) series.")
        print(
            "`of saxpy`: bytes moved a second, against a saxpy (12 bytes an element) over as many bytes in this run.\n")
        print(Row.header)
        for type in BaselineTable.all {
            for series in [256, 1_024, 4_096, 16_384, 1_048_576] {
                for row in rows(type, series: series) { print(row) }
            }
        }
    }

    private static func rows(_ type: any Baseline.Type, series: Int) -> [Row] {
        let name = type.name
        var (fused, apart) = (Workload(series: series, baseline: name), Workload(series: series, baseline: name))
        var plain = Workload(series: series, loop: name)
        let bytes = Workload.bytesPerPoint(type)
        // On the same input, before anything is timed: whatever is compared computes the same bits, over three weeks.
        for number in 0..<42 {
            fused.vary(number)
            apart.vary(number)
            plain.vary(number)
            fused.pass(number, together: true)
            apart.pass(number, together: false)
            plain.pass(number, together: true)
        }
        precondition(fused.bits == apart.bits && fused.bits == plain.bits, "The ways to compute \(name) disagree.")

        let ceiling = memorySpeed(bytes: series * bytes)
        func row(_ way: String, _ nanoseconds: Double, bytes: Int) -> Row {
            let pointsPerSecond = Double(series) / nanoseconds * 1e9
            return Row(
                baseline: name, way: way, series: series, pointsPerSecond: pointsPerSecond, bytesPerPoint: bytes,
                ceiling: ceiling)
        }
        var result = [
            row("fused", nanoseconds { fused.pass(1, together: true) }, bytes: bytes),
            row("score, then learn", nanoseconds { apart.pass(1, together: false) }, bytes: bytes),
            row("plain Swift arrays", nanoseconds { plain.pass(1, together: true) }, bytes: bytes),
        ]
        if var blas = LevelOne(name, series: series) {
            result.append(row("BLAS level 1 and a loop", nanoseconds { blas.pass() }, bytes: blas.bytesPerPoint))
        }
        return result
    }
}
