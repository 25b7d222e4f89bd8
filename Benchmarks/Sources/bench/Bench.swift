/// What things cost and what they are worth, measured: `bench [kernels] [detection] [calibration] [causes] [replay]`.
///
/// Run it with `make bench`. Figures of one shared machine differ by half from run to run; the ratios within one run are what
/// to compare. Nothing here fails: benchmarks measure, tests decide.
@main struct Bench {
    static func main() throws {
        let wanted = CommandLine.arguments.dropFirst()
        func isWanted(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }
        if isWanted("kernels") { KernelBench.run() }
        if isWanted("detection") { DetectorBench.run() }
        if isWanted("calibration") { CalibrationBench.run() }
        if isWanted("causes") { StormBench.run() }
        if isWanted("replay") { try ReplayBench.run() }
    }
}
