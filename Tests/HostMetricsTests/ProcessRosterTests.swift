import Samples
import Testing

@testable import HostMetrics

@Suite struct ProcessRosterTests {
    /// What processes of one name use: cores, pages of memory, bytes read a second.
    private func usage(cores: Double = 0, pages: UInt64 = 0, read: UInt64? = nil) throws -> ProcessUsage {
        var usage = ProcessUsage()
        let stat = "1 (x) R 1 1 1 0 -1 0 0 0 0 0 \(Int(cores * 100)) 0 0 0 20 0 1 0 5 0 \(pages)"
        var now = try #require(ProcessReading(stat: Array(stat.utf8)[...]))
        if let read { now.add(io: ByteScanner(Array("read_bytes: \(read)\n".utf8)[...])) }
        usage.add(now, since: now.atBirth, seconds: 1, units: KernelUnits(ticksPerSecond: 100, pageBytes: 4096))
        return usage
    }

    @Test func takesTheTopOfEachRanking() throws {
        var roster = ProcessRoster(limits: ProcessLimits(topCount: 1, maximumNames: 3))
        roster.update(
            [
                "burner": try usage(cores: 1), "second": try usage(cores: 0.5), "hog": try usage(pages: 9),
                "writer": try usage(pages: 1, read: 5000), "slow": try usage(read: 4999),
            ], at: .at(0))
        #expect(roster.names == ["burner", "hog", "writer"])
        #expect(roster.hasInputOutput("writer"))
        #expect(!roster.hasInputOutput("burner"))
    }

    @Test func idleNoiseDoesNotEnter() throws {
        var roster = ProcessRoster(limits: ProcessLimits())
        roster.update(["idle": try usage(cores: 0.009, read: 4095)], at: .at(0))
        #expect(roster.names.isEmpty)
        roster.update(["idle": try usage(cores: 0.01), "other": try usage(read: 4096)], at: .at(1000))
        #expect(roster.names == ["idle", "other"])
    }

    @Test func equalsAreTakenInOrderOfTheirNames() throws {
        var roster = ProcessRoster(limits: ProcessLimits(topCount: 2, maximumNames: 6))
        let same = try usage(cores: 1)
        roster.update(["d": same, "b": same, "c": same, "a": same], at: .at(0))
        #expect(roster.names == ["a", "b"])
    }

    @Test func aNameStaysForAWhileAfterItWasLastAtTheTop() throws {
        var roster = ProcessRoster(limits: ProcessLimits())
        roster.update(["burner": try usage(cores: 1)], at: .at(0))
        roster.update([:], at: .at(120_000))
        #expect(roster.names == ["burner"])
        roster.update([:], at: .at(120_001))
        #expect(roster.names.isEmpty)
    }

    @Test func beyondTheLimitTheOneLongestNotAtTheTopGoes() throws {
        var roster = ProcessRoster(limits: ProcessLimits(topCount: 1, maximumNames: 3))
        for (step, name) in ["d", "a", "c", "b"].enumerated() {
            roster.update([name: try usage(cores: 1)], at: .at(Int64(step) * 1000))
        }
        #expect(roster.names == ["a", "b", "c"])
    }

    @Test func aClockSetBackDoesNotKeepNamesForEver() throws {
        var roster = ProcessRoster(limits: ProcessLimits())
        roster.update(["burner": try usage(cores: 1)], at: .at(86_400_000))
        roster.update([:], at: .at(0))
        roster.update([:], at: .at(120_001))
        #expect(roster.names.isEmpty)
    }
}
