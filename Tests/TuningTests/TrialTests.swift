import Detection
import Evaluation
import Samples
import Testing

@testable import Tuning

@Suite struct TrialTests {
    private let wide = MadeHistory.wideHistory(series: 4, seed: 3).units[0]

    @Test(arguments: [1, 7, 64, 4096])
    func batchSizeChangesNoOutcome(_ size: Int) {
        let policy = Policy(openAt: 3, closeAfter: 1)
        let whole = Trial(MadeHistory.configuration, policy: policy, batchSize: 1_000_000)
        let cut = Trial(MadeHistory.configuration, policy: policy, batchSize: size)
        #expect(cut.anomalies(in: wide) == whole.anomalies(in: wide))
        #expect(whole.anomalies(in: wide)?.allSatisfy { !$0.isEmpty } == true)
    }

    @Test func findsWhatWasMadeWrong() throws {
        let made = MadeHistory.values(.calm, samples: 700, seed: 5)
        let unit = MadeHistory.unit(made.values, windows: MadeHistory.windows(made.stretches))
        let openings = try #require(Trial(MadeHistory.configuration, policy: .standard).anomalies(in: unit))
        let outcome = UnitOutcome(openings, of: unit, reference: [], objective: .f1(atMostFalsePerSeriesDay: nil))
            .together
        #expect(outcome.events.found == 2)
        #expect(outcome.events.falseAnomalies == 0)
        #expect(openings[0].allSatisfy { $0.onset <= $0.opened && $0.opened <= $0.closed ?? .distantPast })
    }

    @Test func triesTheStandardPolicyAndLeavesTheRules() throws {
        var configuration = MadeHistory.configuration
        var rule = PolicyBook.Rule(name: "quiet", match: SeriesSelector(labels: ["number": "2"]))
        rule.enabled = false
        configuration.policies.rules = [rule]
        let openings = try #require(Trial(configuration, policy: Policy(openAt: 4)).anomalies(in: wide))
        #expect(openings.map(\.isEmpty) == [false, false, true, false])
        let silent = try #require(Trial(configuration, policy: Policy(enabled: false)).anomalies(in: wide))
        #expect(silent.allSatisfy { $0.isEmpty })
    }

    @Test func canBeCalledOff() {
        let trial = Trial(MadeHistory.configuration, policy: .standard, batchSize: 10)
        var looks = 0
        let openings = trial.anomalies(in: wide) {
            looks += 1
            return looks == 3
        }
        #expect(openings == nil)
        #expect(looks == 3)
    }

    @Test func aFileWithoutSamplesRaisesNothing() {
        var history = TuningHistory()
        history.begin(path: "empty.csv", labels: FileLabels(windows: []))
        let openings = Trial(MadeHistory.configuration, policy: .standard).anomalies(in: history.units[0])
        #expect(openings == [])
    }

    @Test func tellsThatASeriesFellSilentWhileOpen() throws {
        let values = MadeHistory.values(.calm, samples: 320, seed: 8, anomalies: 0).values
        var batch = SampleBatch(series: [SeriesKey("stops"), SeriesKey("goes_on")])
        for row in 0..<320 {
            if row <= 300 { batch.append(0, MadeHistory.time(row), values[row] + (row == 300 ? 40 : 0)) }
            batch.append(1, MadeHistory.time(row), values[row])
        }
        var history = TuningHistory()
        history.begin(path: "f", labels: nil)
        history.append(batch)
        let trial = Trial(MadeHistory.configuration, policy: Policy(silence: .off))
        #expect(try #require(trial.anomalies(in: history.units[0]))[0].map(\.closed) == [nil])
        var more = SampleBatch(series: [SeriesKey("goes_on")])
        for row in 320..<330 { more.append(0, MadeHistory.time(row), values[row - 20]) }
        history.append(more)
        #expect(
            try #require(trial.anomalies(in: history.units[0]))[0].map(\.closed) == [MadeHistory.time(300)])
    }
}
