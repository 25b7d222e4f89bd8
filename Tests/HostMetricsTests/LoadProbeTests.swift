import Samples
import Testing

@testable import HostMetrics

@Suite struct LoadProbeTests {
    @Test func readsTheThreeAverages() throws {
        let tree = try FixtureTree()
        try tree.write("proc/loadavg", "1.17 0.46 12.20 6/122 9331\n")
        var sampler = tree.sampler()
        #expect(
            sampler.sample(at: .at(0)).byName == ["host_load1": 1.17, "host_load5": 0.46, "host_load15": 12.2])
    }

    @Test func malformedAveragesAreLeftOut() throws {
        let tree = try FixtureTree()
        try tree.write("proc/loadavg", "1.17 x 12.20\n")
        var sampler = tree.sampler()
        #expect(sampler.sample(at: .at(0)).byName == ["host_load1": 1.17])
    }

    @Test func pressureIsTheShareOfTimeStalled() throws {
        let tree = try FixtureTree()
        var sampler = tree.sampler()
        try tree.write(
            "proc/pressure/io",
            "some avg10=0.39 avg60=2.46 avg300=2.52 total=1000000\nfull avg10=0.26 avg60=2.29 avg300=2.44 total=500\n")
        try tree.write("proc/pressure/cpu", "some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n")
        #expect(sampler.sample(at: .at(0)).isEmpty)
        try tree.write(
            "proc/pressure/io",
            "some avg10=9.99 avg60=2.46 avg300=2.52 total=1500000\nfull avg10=0.26 avg60=2.29 avg300=2.44 total=400\n")
        try tree.write("proc/pressure/cpu", "some avg10=0.00 total=2000100\nodd total=5\nfull total=x\n")
        // `full` of io went backwards; cpu stalled a little longer than the tick was by the caller's clock.
        #expect(
            sampler.sample(at: .at(2000)).byName == [
                "host_pressure_ratio{kind=\"some\",resource=\"io\"}": 0.25,
                "host_pressure_ratio{kind=\"some\",resource=\"cpu\"}": 1,
            ])
    }
}
