import Detection
import Evaluation
import Samples
import Testing

@testable import Tuning

@Suite struct TunerTests {
    /// Raises an anomaly for next to nothing, and another one as soon as there was one calm sample.
    private static let jumpy = Policy(openAt: 2, closeAfter: 1)
    /// Hears nothing.
    private static let deaf = Policy(openAt: 38, openAfter: 5)

    private func makeTuner(
        _ objective: TuningObjective = .f1(atMostFalsePerSeriesDay: nil), present: Policy = .standard, budget: Int = 10
    ) -> Tuner {
        var configuration = MadeHistory.configuration
        configuration.policies.standard = present
        var tuner = Tuner(configuration, objective: objective)
        tuner.budget = budget
        tuner.folds = 3
        return tuner
    }

    @Test(arguments: [(jumpy, MadeHistory.Noise.blips), (deaf, nil)])
    func beatsABadPolicyOnHeldBackFiles(_ present: Policy, _ noise: MadeHistory.Noise?) async throws {
        let history = MadeHistory.history(files: 8, seed: 1, noise: noise)
        let result = try await makeTuner(present: present, budget: 14).run(history)
        guard case .measured(let effect) = result.heldBack, let main = effect.rows.first else {
            Issue.record("Nothing was measured.")
            return
        }
        #expect(result.isComplete)
        #expect(effect.kind == .file)
        #expect(effect.count == 8)
        #expect(effect.policies.count == 3)
        #expect(try #require(main.found.value) > 0.8)
        #expect(try #require(main.difference.interval).lower > 0)
        #expect(result.isConfirmed)
        #expect(result.found != present)
    }

    @Test func keepsABoundOnFalseAlarms() async throws {
        let history = MadeHistory.history(files: 6, seed: 2, noise: .blips)
        let result = try await makeTuner(.f1(atMostFalsePerSeriesDay: 0.5), present: Self.jumpy).run(history)
        let outcomes = try history.units.map { unit in
            UnitOutcome(
                try #require(Trial(MadeHistory.configuration, policy: result.found).anomalies(in: unit)), of: unit,
                reference: [], objective: .f1(atMostFalsePerSeriesDay: nil))
        }
        let falseOpenings = outcomes.reduce(0) { $0 + $1.together.events.falseAnomalies }
        let days = outcomes.reduce(0) { $0 + $1.together.events.days }
        #expect(result.keepsBound)
        #expect(Double(falseOpenings) / days <= 0.5)
    }

    @Test func theRateHoldsOnFreshData() async throws {
        let limit = 60.0
        let history = MadeHistory.history(files: 8, seed: 3, noise: .blips, isLabelled: false)
        let result = try await makeTuner(.alertsPerWeek(limit), present: Self.jumpy).run(history)
        #expect(result.keepsBound)
        let fresh = MadeHistory.history(files: 8, seed: 4, noise: .blips, isLabelled: false)
        func rate(_ policy: Policy) throws -> Double {
            var (openings, days) = (0, 0.0)
            for unit in fresh.units {
                openings += try #require(Trial(MadeHistory.configuration, policy: policy).anomalies(in: unit))
                    .reduce(0) { $0 + $1.count }
                days += unit.days(onlyLabelled: false).reduce(0, +)
            }
            return Double(openings) / days * 7 * 8
        }
        #expect(try rate(Self.jumpy) > limit)
        #expect(try rate(result.found) <= limit)
        // Not by falling silent.
        #expect(try rate(result.found) > 0)
    }

    @Test func schedulingChangesNothing() async throws {
        let history = MadeHistory.history(files: 4, seed: 5, samples: 500)
        var results: [TuningResult] = []
        for concurrency in [1, 2, 4] {
            var tuner = makeTuner(present: Self.jumpy, budget: 8)
            tuner.workers = MadeHistory.workers(concurrency)
            results.append(try await tuner.run(history))
        }
        #expect(results[0] == results[1])
        #expect(results[0] == results[2])
    }

    @Test(arguments: [
        TuningObjective.f1(atMostFalsePerSeriesDay: 0.3), .alertsPerWeek(15), .nab(.standard),
    ])
    func stoppingEarlyChangesNoResult(_ objective: TuningObjective) async throws {
        let history = MadeHistory.history(files: 9, seed: 6, samples: 500)
        var tuner = makeTuner(objective, present: Self.jumpy, budget: 8)
        let early = try await tuner.run(history)
        tuner.stopsEarly = false
        let late = try await tuner.run(history)
        #expect(early.found == late.found)
        #expect(early.heldBack == late.heldBack)
        #expect(early.keepsBound == late.keepsBound)
        #expect(early.trials <= late.trials)
    }

    @Test func whatIsHeldBackDecidesNothingInItsFold() async throws {
        let history = MadeHistory.history(files: 5, seed: 7, samples: 500)
        let tuner = makeTuner(present: Self.jumpy, budget: 8)
        var honest = TuningRun(tuner, history.units)
        await honest.search { _ in }
        for unit in [0, 3] {
            var forged = TuningHistory()
            for (number, file) in history.files.enumerated() {
                let lie = MadeHistory.windows([100...130, 200...210, 480...490])
                forged.begin(
                    path: file.path, labels: number == unit ? FileLabels(windows: lie) : file.labels)
                let made = MadeHistory.values(
                    MadeHistory.Noise.allCases[number % 4], samples: 500, seed: 7000 + UInt64(number))
                forged.append(MadeHistory.batch(made.values, SeriesKey("series_\(number)")))
            }
            var other = TuningRun(tuner, forged.units)
            await other.search { _ in }
            let fold = try #require(honest.plan.heldBack.firstIndex { $0.contains(unit) })
            #expect(other.plan == honest.plan)
            #expect(other.searches[fold].best?.point == honest.searches[fold].best?.point)
            #expect(other.searches[fold].best?.merit == honest.searches[fold].best?.merit)
            #expect(other.searches.last?.best?.merit != honest.searches.last?.best?.merit)
        }
    }

    @Test func cancellingTellsTheBestSoFar() async throws {
        let history = MadeHistory.history(files: 4, seed: 8, noise: .blips, samples: 500)
        let tuner = makeTuner(present: Self.jumpy, budget: 40)
        let result = try await withThrowingTaskGroup(of: TuningResult.self) { group in
            group.addTask {
                try await tuner.run(history) { progress in
                    if progress.done > progress.total / 3 { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
            return try #require(try await group.next())
        }
        #expect(!result.isComplete)
        #expect(result.found != Self.jumpy)
        #expect(PolicySpace(around: Self.jumpy).contains(result.found))
        #expect(result.candidates < 40)
    }

    @Test func aTaskThatWasCancelledBeforeKeepsThePresentPolicy() async throws {
        let history = MadeHistory.history(files: 4, seed: 8, samples: 300, anomalies: 0, isLabelled: false)
        let tuner = makeTuner(.alertsPerWeek(2))
        let result = try await withThrowingTaskGroup(of: TuningResult.self) { group in
            group.addTask {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await tuner.run(history)
            }
            return try #require(try await group.next())
        }
        #expect(!result.isComplete)
        #expect(result.found == .standard)
        #expect(result.heldBack == .interrupted)
        #expect(result.trials == 0)
    }

    @Test func progressNeverFallsAndComesToItsEnd() async throws {
        var all: [TuningProgress] = []
        _ = try await makeTuner().run(MadeHistory.history(files: 3, seed: 9, samples: 400)) { all.append($0) }
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.done <= $1.done && $0.total == $1.total })
        #expect(all.allSatisfy { (0...$0.total).contains($0.done) })
        let last = try #require(all.last)
        #expect(last.done == last.total)
        #expect(all.count > 5)
    }

    @Test func oneFileIsFoldedBySeries() async throws {
        let result = try await makeTuner(present: Self.deaf).run(MadeHistory.wideHistory(series: 4, seed: 10))
        guard case .measured(let effect) = result.heldBack else {
            Issue.record("Nothing was measured.")
            return
        }
        #expect(effect.kind == .series)
        #expect(effect.count == 4)
        #expect((result.files, result.series, result.windows) == (1, 4, 2))
        #expect(try #require(effect.rows.first?.found.value) > 0.7)
    }

    /// A folder of day files is what its series are: cut into days it is judged, and held back, as if it were whole.
    @Test func filesOfTheSameSeriesAreOne() async throws {
        func days(_ length: Int) -> TuningHistory {
            var history = TuningHistory()
            let made = (0..<4).map { MadeHistory.values(.calm, samples: 600, seed: 90 + UInt64($0)).values }
            for first in stride(from: 0, to: 600, by: length) {
                history.begin(path: "\(first).csv", labels: nil)
                var batch = SampleBatch(series: (0..<4).map { SeriesKey("series_\($0)") })
                for row in first..<(first + length) {
                    for number in 0..<4 { batch.append(UInt32(number), MadeHistory.time(row), made[number][row]) }
                }
                history.append(batch)
            }
            return history
        }
        let whole = try await makeTuner(.alertsPerWeek(4), present: Self.jumpy, budget: 6).run(days(600))
        let cut = try await makeTuner(.alertsPerWeek(4), present: Self.jumpy, budget: 6).run(days(100))
        #expect((whole.files, cut.files) == (1, 6))
        #expect(cut.found == whole.found)
        guard case .measured(let a) = whole.heldBack, case .measured(let b) = cut.heldBack else {
            Issue.record("Nothing was measured.")
            return
        }
        #expect((a.kind, a.count, b.kind, b.count) == (.series, 4, .series, 4))
        #expect(a.policies == b.policies)
    }

    @Test func twoSeriesCannotBeHeldBack() async throws {
        let result = try await makeTuner(present: Self.deaf).run(MadeHistory.history(files: 2, seed: 11, samples: 400))
        #expect(result.heldBack == .tooFew(2))
        #expect(!result.isConfirmed)
        #expect(result.found != Self.deaf)
    }

    @Test func filesThatLabelsDoNotSpeakOfAreLeftOut() async throws {
        var history = MadeHistory.history(files: 3, seed: 12, samples: 400)
        history.begin(path: "unlabelled.csv", labels: nil)
        history.append(MadeHistory.batch([1, 2, 3]))
        history.begin(path: "empty.csv", labels: FileLabels(windows: []))
        let labelled = try await makeTuner(budget: 3).run(history)
        #expect(labelled.files == 3)
        let unlabelled = try await makeTuner(.alertsPerWeek(5), budget: 3).run(history)
        #expect(unlabelled.files == 4)
    }

    @Test func refusesAHistoryThatSaysNothing() async {
        var empty = TuningHistory()
        empty.begin(path: "empty.csv", labels: FileLabels(windows: []))
        let unlabelled = MadeHistory.history(files: 1, seed: 1, samples: 400, isLabelled: false)
        let sound = MadeHistory.history(files: 1, seed: 1, samples: 300, anomalies: 0)
        let wide = MadeHistory.wideHistory(series: 2, seed: 1)
        await #expect(throws: TuningError.noSamples) { try await makeTuner().run(empty) }
        await #expect(throws: TuningError.noSamples) { try await makeTuner(.alertsPerWeek(1)).run(TuningHistory()) }
        await #expect(throws: TuningError.noLabels) { try await makeTuner().run(unlabelled) }
        await #expect(throws: TuningError.noWindows) { try await makeTuner().run(sound) }
        await #expect(throws: TuningError.severalSeries(path: "wide.csv")) {
            try await makeTuner(.nab(.standard)).run(wide)
        }
        for bound in [0.0, -1, .infinity, .nan] {
            await #expect(throws: TuningError.unusableBound) { try await makeTuner(.alertsPerWeek(bound)).run(sound) }
            await #expect(throws: TuningError.unusableBound) {
                try await makeTuner(.f1(atMostFalsePerSeriesDay: bound)).run(sound)
            }
        }
    }

    @Test func errorsAreSentences() {
        let all: [TuningError] = [.noSamples, .noLabels, .noWindows, .severalSeries(path: "a.csv"), .unusableBound]
        #expect(all.allSatisfy { $0.description.hasSuffix(".") })
        #expect(TuningError.severalSeries(path: "a.csv").description.contains("a.csv"))
    }
}

extension PolicySpace {
    /// True where a policy differs from another one of the space in nothing that is not searched.
    fileprivate func contains(_ policy: Policy) -> Bool {
        var levels: [Int] = []
        for axis in axes.indices {
            let fit = (0..<axes[axis].count).first { level in
                var other = policy
                axes[axis].apply(level, to: &other)
                return other == policy
            }
            guard let fit else { return false }
            levels.append(fit)
        }
        return self.policy(at: PolicyPoint(levels: levels)) == policy
    }
}
