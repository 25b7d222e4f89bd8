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
                var point = Fixture.sample(inputs.values[index], slot: inputs.slot, weight: inputs.weights[index])
                point.slotShares[0] = inputs.slotShares[index]
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
        // Holt-Winters has its first forecast after the 24 slots of the first day.
        let silent = name == HoltWinters.name ? 24 + 10 : 10
        for number in 0..<silent + 5 {
            baseline.scoreAndLearn(Fixture.sample(Float(number % 3), slot: number % 24), into: &outputs)
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
        full.learn(Fixture.sample(103))
        little.learn(Fixture.sample(103, weight: 0.1))
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
        #expect(before.residual[0] == 10_000)
        #expect(abs(after.expected[0] - before.expected[0]) < 4 * before.scale[0])
        #expect(after.scale[0] < 2 * before.scale[0])
    }

    @Test(arguments: Fixture.names, [0, 100, -5e8] as [Float])
    func aFlatSeriesNeitherScreamsNorSleeps(_ name: String, _ level: Float) throws {
        var (baseline, outputs) = (try Fixture.make(name), PassOutputs(capacity: 1))
        for number in 0..<72 { baseline.scoreAndLearn(Fixture.sample(level, slot: number % 24), into: &outputs) }
        #expect(outputs.residual[0] == 0)
        #expect(outputs.expected[0] == level)
        #expect(outputs.scale[0] == max(1e-6, 0.001 * abs(level)))
        // What rounding does is far below the floor; a real change is far above it, and a number.
        baseline.score(Fixture.sample(level.nextUp), into: &outputs)
        #expect(outputs.residual[0] < 0.01)
        baseline.score(Fixture.sample(level + max(1, abs(level) / 10)), into: &outputs)
        #expect(outputs.residual[0] > 50 && outputs.residual[0] <= 10_000)
    }

    @Test(arguments: Fixture.names)
    func hugeAndTinyValuesStayNumbers(_ name: String) throws {
        var (baseline, outputs) = (try Fixture.make(name), PassOutputs(capacity: 1))
        var generator = SeededGenerator(seed: 7)
        for number in 0..<2_000 {
            let size: Float = [.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e18, 1e-18][number / 24 % 4]
            let value = generator.next().isMultiple(of: 2) ? size : -size
            baseline.scoreAndLearn(Fixture.sample(value, slot: number % 24), into: &outputs)
            guard number > 100 else { continue }
            try #require(outputs.expected[0].isFinite && outputs.scale[0].isFinite && outputs.scale[0] > 0)
            try #require(abs(outputs.residual[0]) <= 10_000)
        }
    }

    @Test(arguments: Fixture.names, [Float.greatestFiniteMagnitude, -1e25, 1e-30])
    func aHugeOrTinyNewLevelLeavesItAlive(_ name: String, level: Float) throws {
        var (baseline, outputs) = (try warm(name), PassOutputs(capacity: 1))
        for _ in 0..<3 { baseline.rebase(0, to: level, spread: .greatestFiniteMagnitude, slot: 1) }
        for number in 0..<20_000 {
            baseline.scoreAndLearn(Fixture.sample(100, slot: number % 24), into: &outputs)
            try #require(outputs.expected[0].isFinite && outputs.scale[0].isFinite && outputs.scale[0] > 0)
        }
    }

    @Test(arguments: Fixture.names)
    func publishesTheMemoryOfASeries(_ name: String) throws {
        let (small, large) = (try Fixture.make(name, capacity: 10), try Fixture.make(name, capacity: 110))
        #expect(small.capacity == 10 && large.capacity == 110)
        #expect(large.save().count - small.save().count == 100 * small.bytesPerSeries)
        #expect(small.bytesPerSeries == (name == HoltWinters.name ? 28 + 4 * 24 : 12))
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
        baseline.score(Fixture.sample(100, slot: 1), into: &before)
        baseline.rebase(0, to: 500, spread: 0, slot: 1)
        baseline.score(Fixture.sample(500, slot: 1), into: &after)
        #expect(abs(after.residual[0]) < 1e-3)
        #expect(abs(after.scale[0] - 2 * before.scale[0]) < 1e-3)
        baseline.rebase(0, to: 500, spread: 40, slot: 1)
        baseline.score(Fixture.sample(500, slot: 1), into: &after)
        #expect(abs(after.scale[0] - 40) < 1e-3)
    }

    /// A baseline that has seen five days of noise around 100.
    private func warm(_ name: String) throws -> any Baseline {
        var baseline = try Fixture.make(name)
        var generator = SeededGenerator(seed: 10)
        for number in 0..<120 { baseline.learn(Fixture.sample(100 + generator.normal(), slot: number % 24)) }
        return baseline
    }
}
