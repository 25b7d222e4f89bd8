import Baselines
import Samples
import Testing

/// What is true of every baseline in the table.
@Suite struct BaselineTests {
    @Test(arguments: Fixture.names)
    func aBatchGivesTheBitsOfItsPartsHoweverItIsSplit(_ name: String) throws {
        let capacity = 37
        var (whole, parts) = (
            try Fixture.make(name, capacity: capacity), try Fixture.make(name, capacity: capacity)
        )
        var (wholeOutputs, partOutputs) = (PassOutputs(capacity: capacity), PassOutputs(capacity: capacity))
        var (data, splits) = (SeededGenerator(seed: 1), SeededGenerator(seed: 2))
        for number in 0..<10_000 {
            var inputs = Fixture.roughPass(number, capacity: capacity, using: &data)
            whole.scoreAndLearn(inputs, into: &wholeOutputs)
            var start = 0
            while start < capacity {
                inputs.range = start..<Int.random(in: start + 1...capacity, using: &splits)
                parts.scoreAndLearn(inputs, into: &partOutputs)
                start = inputs.range.upperBound
            }
            try #require(wholeOutputs.bits(0..<capacity) == partOutputs.bits(0..<capacity))
        }
        #expect(whole.save() == parts.save())
    }

    @Test(arguments: Fixture.names)
    func aBlockGivesTheBitsOfSinglePoints(_ name: String) throws {
        let capacity = 37
        var block = try Fixture.make(name, capacity: capacity)
        var singles = try (0..<capacity).map { _ in try Fixture.make(name) }
        var (outputs, single) = (PassOutputs(capacity: capacity), PassOutputs(capacity: 1))
        var data = SeededGenerator(seed: 3)
        for number in 0..<500 {
            let inputs = Fixture.roughPass(number, capacity: capacity, using: &data)
            block.scoreAndLearn(inputs, into: &outputs)
            for index in 0..<capacity {
                var point = PassInputs(capacity: 1)
                point.place = inputs.place
                point.set(
                    0, value: inputs.values[index], weight: inputs.weights[index], phase: inputs.phases[index],
                    interval: inputs.intervals[index])
                singles[index].scoreAndLearn(point, into: &single)
                try #require(single.bits(0..<1) == outputs.bits(index..<index + 1))
            }
        }
    }

    @Test(arguments: Fixture.names)
    func scoringChangesNothingAndComesBeforeLearning(_ name: String) throws {
        let capacity = 19
        var (fused, two) = (try Fixture.make(name, capacity: capacity), try Fixture.make(name, capacity: capacity))
        var (fusedOutputs, twoOutputs) = (PassOutputs(capacity: capacity), PassOutputs(capacity: capacity))
        var data = SeededGenerator(seed: 4)
        for number in 0..<400 {
            let inputs = Fixture.roughPass(number, capacity: capacity, using: &data)
            let before = two.save()
            two.score(inputs, into: &twoOutputs)
            #expect(two.save() == before)
            two.learn(inputs)
            fused.scoreAndLearn(inputs, into: &fusedOutputs)
            try #require(fusedOutputs.bits(0..<capacity) == twoOutputs.bits(0..<capacity))
        }
        #expect(fused.save() == two.save())
    }

    @Test(arguments: Fixture.names)
    func aPassLeavesAloneWhatLiesOutsideItsRange(_ name: String) throws {
        var baseline = try Fixture.make(name, capacity: 8)
        var data = SeededGenerator(seed: 5)
        for number in 0..<100 { baseline.learn(Fixture.roughPass(number, capacity: 8, using: &data)) }
        var (inputs, outputs) = (PassInputs(capacity: 8), PassOutputs(capacity: 8))
        inputs.values = [Float](repeating: 5, count: 8)
        inputs.place = Fixture.place(of: 100)
        let before = baseline.save()
        baseline.scoreAndLearn(inputs, into: &outputs)
        #expect(baseline.save() == before)
        inputs.range = 3..<5
        baseline.scoreAndLearn(inputs, into: &outputs)
        for index in [0, 1, 2, 5, 6, 7] { #expect(outputs.expected[index].isNaN) }
    }

    @Test(arguments: Fixture.names)
    func goesOnBitForBitFromWhatWasSaved(_ name: String) throws {
        let capacity = 11
        var original = try Fixture.make(name, capacity: capacity)
        var data = SeededGenerator(seed: 6)
        for number in 0..<150 { original.learn(Fixture.roughPass(number, capacity: capacity, using: &data)) }
        var restored = try BaselineTable.restore(original.save(), shape: Fixture.shape, capacity: capacity)
        var (a, b) = (PassOutputs(capacity: capacity), PassOutputs(capacity: capacity))
        for number in 150..<300 {
            let inputs = Fixture.roughPass(number, capacity: capacity, using: &data)
            original.scoreAndLearn(inputs, into: &a)
            restored.scoreAndLearn(inputs, into: &b)
            try #require(a.bits(0..<capacity) == b.bits(0..<capacity))
        }
        #expect(original.save() == restored.save())
    }

    @Test(arguments: Fixture.names)
    func isSilentWhileWarmingUpAndNoLonger(_ name: String) throws {
        var (baseline, outputs) = (try Fixture.make(name), PassOutputs(capacity: 1))
        // What knows a season has its first forecast after the first period.
        let silent = Fixture.firstPeriod(of: baseline) + 10
        for number in 0..<silent + 5 {
            baseline.scoreAndLearn(Fixture.sample(Float(number % 3), number), into: &outputs)
            for column in [outputs.expected, outputs.scale, outputs.residual] {
                #expect(column[0].isNaN == (number < silent), "sample \(number)")
            }
        }
    }

    @Test(arguments: Fixture.names, [Float.nan, .infinity, -.infinity])
    func aGapIsNotScoredAndTeachesNothing(_ name: String, _ missing: Float) throws {
        var (baseline, outputs) = (try warm(name), PassOutputs(capacity: 1))
        let before = baseline.save()
        baseline.scoreAndLearn(Fixture.sample(missing), into: &outputs)
        #expect(outputs.residual[0].isNaN)
        #expect(outputs.expected[0].isFinite && outputs.scale[0].isFinite)
        #expect(baseline.save() == before)
    }

    @Test(arguments: Fixture.names, [0, -1, Float.nan])
    func aWeightOfNothingTeachesNothing(_ name: String, _ weight: Float) throws {
        var fresh = try Fixture.make(name)
        let untouched = fresh.save()
        fresh.learn(Fixture.sample(5, weight: weight))
        #expect(fresh.save() == untouched)
        var learned = try warm(name)
        let before = learned.save()
        learned.learn(Fixture.sample(5, weight: weight))
        #expect(learned.save() == before)
    }

    @Test(arguments: Fixture.names)
    func aSmallWeightTeachesLess(_ name: String) throws {
        var (full, little) = (try warm(name), try warm(name))
        var outputs = PassOutputs(capacity: 1)
        full.score(Fixture.sample(100), into: &outputs)
        let start = outputs.expected[0]
        // A step that is larger than the mean one also with that mean's memory of smaller ones.
        let high: Float = Fixture.statistic(of: full) == .spread ? 110 : 103
        full.learn(Fixture.sample(high))
        little.learn(Fixture.sample(high, weight: 0.1))
        full.score(Fixture.sample(100), into: &outputs)
        let far = outputs.expected[0] - start
        little.score(Fixture.sample(100), into: &outputs)
        let near = outputs.expected[0] - start
        #expect(near > 0 && near < far / 5)
    }

    @Test(arguments: Fixture.names)
    func oneOutlierMovesTheStateByAFewScalesAtMost(_ name: String) throws {
        var (baseline, before, after) = (try warm(name), PassOutputs(capacity: 1), PassOutputs(capacity: 1))
        baseline.scoreAndLearn(Fixture.sample(1e9), into: &before)
        baseline.score(Fixture.sample(100), into: &after)
        #expect(Fixture.residuals(of: baseline, ofAGiant: 1e9).contains(before.residual[0]))
        #expect(abs(after.expected[0] - before.expected[0]) < 4 * before.scale[0])
        #expect(after.scale[0] < 2 * before.scale[0])
    }

    @Test(arguments: Fixture.names, [0, 100, -5e8] as [Float])
    func aFlatSeriesNeitherScreamsNorSleeps(_ name: String, _ level: Float) throws {
        var (baseline, outputs) = (try Fixture.make(name), PassOutputs(capacity: 1))
        let samples = 3 * max(24, Fixture.firstPeriod(of: baseline))
        for number in 0..<samples { baseline.scoreAndLearn(Fixture.sample(level, number), into: &outputs) }
        let floor = max(1e-6, 0.001 * abs(level))
        let (expected, scale) = Fixture.forecast(of: baseline, level: level, floor: floor)
        #expect(outputs.residual[0] == 0)
        #expect(expected.contains(outputs.expected[0]))
        #expect(outputs.scale[0] == scale)
        // What rounding does is far below the floor; a real change is far above it, and a number.
        baseline.score(Fixture.sample(level.nextUp, samples), into: &outputs)
        #expect(outputs.residual[0] < 0.01)
        let change = max(1, abs(level) / 10)
        baseline.score(Fixture.sample(level + change, samples), into: &outputs)
        #expect(outputs.residual[0] > Fixture.residual(of: baseline, change: change / 2, floor: floor))
        #expect(outputs.residual[0] <= 10_000)
    }

    @Test(arguments: Fixture.names)
    func hugeAndTinyValuesStayNumbers(_ name: String) throws {
        var (baseline, outputs) = (try Fixture.make(name), PassOutputs(capacity: 1))
        var generator = SeededGenerator(seed: 7)
        let silent = Fixture.firstPeriod(of: baseline) + 76
        for number in 0..<2_000 {
            let size: Float = [.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e18, 1e-18][number / 24 % 4]
            let value = generator.next().isMultiple(of: 2) ? size : -size
            baseline.scoreAndLearn(Fixture.sample(value, number), into: &outputs)
            guard number > silent else { continue }
            try #require(outputs.expected[0].isFinite && outputs.scale[0].isFinite && outputs.scale[0] > 0)
            try #require(abs(outputs.residual[0]) <= 10_000)
        }
    }

    @Test(arguments: Fixture.names, [Float.greatestFiniteMagnitude, -1e25, 1e-30])
    func aHugeOrTinyNewLevelLeavesItAlive(_ name: String, level: Float) throws {
        var (baseline, outputs) = (try warm(name), PassOutputs(capacity: 1))
        for _ in 0..<3 {
            baseline.rebase(0, to: level, spread: .greatestFiniteMagnitude, at: Fixture.place(of: 1))
        }
        for number in 0..<20_000 {
            baseline.scoreAndLearn(Fixture.sample(100, number), into: &outputs)
            try #require(outputs.expected[0].isFinite && outputs.scale[0].isFinite && outputs.scale[0] > 0)
            try #require(abs(outputs.residual[0]) <= 10_000)
        }
    }

    @Test(arguments: Fixture.names)
    func publishesTheMemoryOfASeries(_ name: String) throws {
        let (small, large) = (try Fixture.make(name, capacity: 10), try Fixture.make(name, capacity: 110))
        #expect(small.capacity == 10 && large.capacity == 110)
        #expect(large.save().count - small.save().count == 100 * small.bytesPerSeries)
        #expect(small.bytesPerSeries == 4 * Fixture.numbersKept(by: small))
        var grown = small
        var data = SeededGenerator(seed: 8)
        for number in 0..<100 { grown.learn(Fixture.roughPass(number, capacity: 10, using: &data)) }
        #expect(grown.save().count == small.save().count)
    }

    @Test(arguments: Fixture.names)
    func aResetSeriesIsNewAndTheOthersStay(_ name: String) throws {
        var baseline = try Fixture.make(name, capacity: 3)
        var twin = try Fixture.make(name, capacity: 3)
        var data = SeededGenerator(seed: 9)
        for number in 0..<100 {
            var inputs = Fixture.roughPass(number, capacity: 3, using: &data)
            baseline.learn(inputs)
            inputs.values[1] = .nan
            twin.learn(inputs)
        }
        baseline.reset(1)
        #expect(baseline.save() == twin.save())
    }

    @Test(arguments: Fixture.names)
    func afterARebaseTheNewLevelIsExpected(_ name: String) throws {
        var (baseline, before, after) = (try warm(name), PassOutputs(capacity: 1), PassOutputs(capacity: 1))
        // The middle of a slot of the week: where a season is drawn from one to the next, a level is that of the middle.
        baseline.score(Fixture.sample(100, 3, phase: 0), into: &before)
        baseline.rebase(0, to: 500, spread: 0, at: Fixture.place(of: 3))
        baseline.score(Fixture.sample(500, 3, phase: 0), into: &after)
        guard Fixture.statistic(of: baseline) != .spread else {
            // The size of steps is expected as before, and there was none.
            #expect(after.expected[0] == before.expected[0])
            #expect(abs(after.residual[0]) < 0.05)
            return
        }
        #expect(abs(after.residual[0]) < 1e-3)
        #expect(abs(after.scale[0] - 2 * before.scale[0]) < 1e-3)
        baseline.rebase(0, to: 500, spread: 40, at: Fixture.place(of: 3))
        baseline.score(Fixture.sample(500, 3, phase: 0), into: &after)
        #expect(abs(after.scale[0] - 40) < 1e-3)
    }

    @Test(arguments: Fixture.names)
    func afterARebaseTheWayThereIsForgotten(_ name: String) throws {
        var (baseline, outputs) = (try warm(name), PassOutputs(capacity: 1))
        for number in 0..<30 { baseline.learn(Fixture.sample(5_000, number, weight: 0.01)) }
        baseline.rebase(0, to: 5_000, spread: 1, at: Fixture.place(of: 30))
        for number in 30..<40 {
            baseline.scoreAndLearn(Fixture.sample(number.isMultiple(of: 2) ? 4_999 : 5_001, number), into: &outputs)
            #expect(abs(outputs.residual[0]) < 3)
        }
    }

    /// A baseline that has seen five periods, or days, of noise around 100.
    private func warm(_ name: String) throws -> any Baseline {
        var baseline = try Fixture.make(name)
        var generator = SeededGenerator(seed: 10)
        for number in 0..<5 * max(24, Fixture.firstPeriod(of: baseline)) {
            baseline.learn(Fixture.sample(100 + generator.normal(), number))
        }
        return baseline
    }
}
