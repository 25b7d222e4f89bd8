import Samples
import Testing

@testable import Tuning

@Suite struct ConfigPatchTests {
    static func result(
        found: Policy = Policy(
            minimumRelativeDeviation: 0.05, falseAlarmEvery: .seconds(36_000), acceptAfter: .seconds(5400)),
        heldBack: TuningResult.HeldBack = .tooFew(2)
    ) -> TuningResult {
        TuningResult(
            objective: .f1(atMostFalsePerSeriesDay: nil), present: .standard, found: found, isComplete: true,
            keepsBound: true, heldBack: heldBack, files: 5, series: 9, windows: 1, candidates: 80, trials: 400, seed: 7)
    }

    static func measured(_ objective: TuningObjective = .f1(atMostFalsePerSeriesDay: nil)) -> TuningResult.HeldBack {
        let windows = MadeHistory.windows([10...20])
        let good = TrialOutcome([MadeHistory.opening(12, 12, 13)], days: 1, windows: windows)
        let bad = TrialOutcome([MadeHistory.opening(30, 30, 31)], days: 1, windows: windows)
        return .measured(
            HeldBackEffect(
                (0..<5).map { .init(unit: $0, present: bad, found: good) }, kind: .file,
                policies: [3, 10].map { Policy(falseAlarmEvery: .seconds($0 * 3600)) }, objective: objective, series: 5,
                seed: 1))
    }

    /// The keys under `policies.standard` with their values, comments left out.
    private func entries(_ yaml: String) throws -> [String: String] {
        let lines = yaml.split(separator: "\n").map { $0.prefix { $0 != "#" } }
            .filter { $0.contains { $0 != " " } }
        guard !lines.isEmpty else { return [:] }
        #expect(lines.prefix(2).elementsEqual(["policies:", "  standard:"]))
        var entries: [String: String] = [:]
        for line in lines.dropFirst(2) {
            #expect(line.hasPrefix("    ") && !line.hasPrefix("     "))
            let parts = line.split(separator: ":", maxSplits: 1)
            #expect(parts.count == 2)
            let value = try #require(parts.last).split(separator: " ")
            #expect(value.count == 1)
            #expect(entries.updateValue(String(value[0]), forKey: String(parts[0].dropFirst(4))) == nil)
        }
        return entries
    }

    @Test func hasOnlyWhatDiffersFromThePresentPolicy() throws {
        let patch = ConfigPatch(Self.result())
        #expect(
            try entries(patch.yaml) == [
                "false_alarm_every": "10h", "minimum_relative_deviation": "0.05", "accept_after": "1h30m",
            ])
        #expect(patch.changes.map(\.before) == ["41d16h", "0", "1h"])
    }

    @Test func everyPartOfAPolicyHasItsKey() throws {
        let found = Policy(
            direction: .above, minimumRelativeDeviation: 0.3, falseAlarmEvery: .seconds(360_000), openAfter: 3,
            closeAfter: 30,
            acceptAfter: .seconds(86_400))
        #expect(
            try entries(ConfigPatch(Self.result(found: found)).yaml) == [
                "false_alarm_every": "4d4h", "open_after": "3", "minimum_relative_deviation": "0.3",
                "close_after": "30",
                "accept_after": "1d", "direction": "above",
            ])
    }

    @Test func withoutAChangeThereAreOnlyComments() throws {
        let yaml = ConfigPatch(Self.result(found: .standard)).yaml
        #expect(try entries(yaml).isEmpty)
        #expect(yaml.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
        #expect(yaml.contains("the present policy stays"))
        #expect(yaml.hasSuffix("\n"))
    }

    @Test func commentsTellWhatWasMeasuredOnWhatWasHeldBack() {
        let yaml = ConfigPatch(Self.result(heldBack: Self.measured())).yaml
        #expect(yaml.contains("# Found by andon tune on 5 files, 9 series, 1 window, seed 7.\n"))
        #expect(yaml.contains("# F1 on held-back files: 0.000 (0.000 to 0.000) -> 1.000 (1.000 to 1.000)\n"))
        #expect(yaml.contains("false_alarm_every: 10h"))
        #expect(yaml.contains("# was 41d16h; by fold 3h, 10h\n"))
        #expect(yaml.contains("# Confirmed"))
    }
}
