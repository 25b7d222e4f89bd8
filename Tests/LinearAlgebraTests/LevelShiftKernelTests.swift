import LinearAlgebra
import Testing

@Suite struct LevelShiftKernelTests {
    private static let limits = KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0, warmUp: 2)
    private let kernel = LevelShiftKernel(fast: 0.15, slow: 0.005, limits: limits)

    /// 1, then 2: mean 1.5; distance 1 is the first scale, and the median steps by sqrt(pi / 2) / 2 scales. Then 3: the
    /// first samples count alike, so the mean is 2.
    @Test func theFirstStepsAreAsWorkedByHand() {
        var lane = Lane(LevelShiftKernel(fast: 0.25, slow: 0.005, limits: Self.limits))
        lane.learn(1)
        lane.learn(2)
        let told = lane.score(3)
        #expect(abs(told.expected - 1.626_657) < 1e-5)
        #expect(abs(told.scale - 1) < 1e-5)
        #expect(abs(told.residual - 0.373_343) < 1e-5)
    }

    @Test func aShiftTooSmallForASampleIsSeenByTheMean() {
        var lane = Lane(kernel)
        for number in 0..<1_000 { lane.learn(number.isMultiple(of: 2) ? 101 : 99) }
        // Whatever half of the samples agree on: the mean lies within a tenth of it, where each sample is one off.
        let calm = lane.score(99)
        #expect(abs(calm.residual) < 0.2)
        for number in 0..<30 { lane.learn(number.isMultiple(of: 2) ? 103 : 101) }
        #expect(lane.score(103).residual * calm.scale > 1.5)
    }

    @Test func whatItTellsOfIsTheMeanWithTheNewestSampleInIt() {
        var lane = Lane(kernel)
        for number in 0..<1_000 { lane.learn(number.isMultiple(of: 2) ? 101 : 99) }
        let (low, high) = (lane.score(105), lane.score(115))
        #expect(low.expected == high.expected)
        #expect(abs((high.residual - low.residual) * low.scale - 1.5) < 0.01)
    }

    @Test func theMeanTakesInFullWhatTheMedianTakesByWeight() {
        let start = Matrix(rows: 4, columns: 1, elements: [100, 100, 1, 100_000])
        var (full, little, none) = (Lane(kernel, start), Lane(kernel, start), Lane(kernel, start))
        full.learn(104)
        little.learn(104, weight: 0.1)
        none.learn(104, weight: 0)
        #expect(full.state[0, 0] == little.state[0, 0])
        #expect(abs(little.state[0, 0] - 100.6) < 1e-4)
        #expect(abs(full.state[1, 0] - 100.005) < 1e-4)
        #expect(abs(little.state[1, 0] - 100.0005) < 1e-4)
        #expect(none.state == start)
    }

    @Test func itComesBackWhenTheSeriesDoes() {
        var lane = Lane(kernel, Matrix(rows: 4, columns: 1, elements: [100, 100, 1, 100_000]))
        for _ in 0..<50 { lane.learn(110, weight: 0.01) }
        #expect(lane.score(110).residual > 9)
        for _ in 0..<50 { lane.learn(100, weight: 0.01) }
        #expect(abs(lane.score(100).residual) < 0.1)
    }

    @Test func theStateOfAnEndlessJumpStaysFinite() {
        var lane = Lane(kernel)
        for step in 0..<20_000 {
            lane.learn(Float.greatestFiniteMagnitude * (step.isMultiple(of: 2) ? 1 : -1))
            if step > 0 { #expect(abs(lane.score(1e19).residual) <= 10_000) }
        }
        #expect(lane.state.elements.allSatisfy { $0.isFinite })
    }

    @Test func rebaseMovesMeanAndMedianAndDoublesTheScaleOrTakesTheSpread() {
        var state = Matrix(rows: 4, columns: 2, elements: [3, 3, 1, 1, 4, 4, 9, 9])
        kernel.rebase(0, to: 50, spread: 1, state: &state)
        kernel.rebase(1, to: 60, spread: 20, state: &state)
        #expect(state.elements == [50, 60, 50, 60, 8, 20, 9, 9])
    }

    @Test func itsRatesLieBetweenNoneAndAll() async {
        await #expect(processExitsWith: .failure) { _ = LevelShiftKernel(fast: 1, slow: 0.1, limits: Self.limits) }
        await #expect(processExitsWith: .failure) { _ = LevelShiftKernel(fast: 0.1, slow: 0, limits: Self.limits) }
    }
}
