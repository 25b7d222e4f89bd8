import Foundation
import LinearAlgebra
import Testing

@Suite struct SpreadKernelTests {
    private static let limits = KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0, warmUp: 10)
    private let kernel = SpreadKernel(fast: 0.02, slow: 0.002, limits: limits)

    /// What a series that stands still is expected to do is the logarithm of the floor, so the floor shows its every value.
    @Test(arguments: -126...127) func itsLogarithmIsTheLibrarysWithinAMillionth(exponent: Int) {
        for part in 0..<40 {
            let size = Float(sign: .plus, exponent: exponent, significand: 1 + Float(part) / 40)
            let told = logarithm(of: size)
            #expect(abs(told - log(Double(size))) <= 1e-6 * abs(log(Double(size))), "\(size)")
        }
    }

    @Test(arguments: [1, Float(1).nextUp, Float(1).nextDown, 0.999, 1.001, 0.707_106_8, 1.414_213_6] as [Float])
    func itsLogarithmIsAsGoodNextToOne(size: Float) {
        #expect(abs(logarithm(of: size) - log(Double(size))) <= 1e-6 * abs(log(Double(size))))
    }

    @Test(arguments: [Float.leastNormalMagnitude, .greatestFiniteMagnitude])
    func itsLogarithmReachesToTheEnds(size: Float) {
        #expect(abs(logarithm(of: size) / log(Double(size)) - 1) < 1e-6)
    }

    private func logarithm(of size: Float) -> Double {
        let limits = KernelLimits(absoluteFloor: size, relativeFloor: 0, warmUp: 2)
        var lane = Lane(SpreadKernel(fast: 0.02, slow: 0.002, limits: limits))
        for _ in 0..<2 { lane.learn(0) }
        return Double(lane.score(0).expected)
    }

    /// Steps of 2 become steps of 6.
    @Test func itsResidualIsTheLogarithmOfTheRatioOfSizes() {
        var lane = alternating(by: 1)
        #expect(abs(lane.score(101).expected - log(2)) < 0.01)
        #expect(abs(lane.score(101).residual) < 0.01)
        for number in 0..<400 { lane.learn(number.isMultiple(of: 2) ? 103 : 97) }
        #expect(abs(lane.score(103).residual - log(3)) < 0.05)
        #expect(lane.score(103).scale == 1)
    }

    @Test func itSeesASignalThatIsFrozen() {
        var lane = alternating(by: 1)
        for _ in 0..<200 { lane.learn(99) }
        #expect(lane.score(99).residual < -3)
    }

    @Test func itSeesASignalThatBeginsToFlap() {
        var lane = alternating(by: 0)
        for _ in 0..<100 { #expect(lane.score(100).residual == 0) }
        for number in 0..<5 { lane.learn(number.isMultiple(of: 2) ? 101 : 100) }
        #expect(lane.score(100).residual > 10)
    }

    @Test func aMissingSampleIsNoStep() {
        var lane = alternating(by: 1)
        let before = lane.state
        for missing in [Float.nan, .infinity] { lane.learn(missing) }
        #expect(lane.state == before)
        #expect(lane.score(.nan).residual.isNaN)
        #expect(lane.score(.nan).expected.isFinite)
    }

    @Test func theStateOfAnEndlessJumpStaysFinite() {
        var lane = Lane(kernel)
        for step in 0..<5_000 {
            lane.learn(Float.greatestFiniteMagnitude * (step.isMultiple(of: 2) ? 1 : -1))
            if step > 10 { #expect(abs(lane.score(1e19).residual) < 100) }
        }
        #expect(lane.state.elements.allSatisfy { $0.isFinite })
    }

    @Test func rebaseForgetsTheStepToTheNewLevel() {
        var lane = alternating(by: 1)
        for number in 0..<5 { lane.learn(number.isMultiple(of: 2) ? 9_101 : 9_099, weight: 0.01) }
        #expect(lane.score(9_099).residual > 3)
        lane.kernel.rebase(0, to: 9_100, spread: 1, state: &lane.state)
        #expect(abs(lane.score(9_099).residual) < 0.05)
    }

    /// The floor is a share of the level: what stands still on one level does not freeze, or wake up, on another.
    @Test(arguments: [Float(0), 5, 50_000], [false, true])
    func aFlatSeriesIsFlatOnEveryLevel(level: Float, isAccepted: Bool) {
        let limits = KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0.001, warmUp: 10)
        var lane = Lane(SpreadKernel(fast: 0.02, slow: 0.002, limits: limits))
        for _ in 0..<1_000 { lane.learn(500) }
        if isAccepted { lane.kernel.rebase(0, to: level, spread: 0, state: &lane.state) }
        for _ in 0..<1_500 { lane.learn(level, weight: 0.01) }
        #expect(lane.score(level).residual == 0)
        #expect(abs(lane.score(level).expected - log(max(1e-6, 0.001 * level))) < 1e-4)
    }

    /// 0.4 is less than the floor on a level of 500, not on one of 5.
    @Test func noiseBelowTheFloorIsKnownWhereTheFloorIsLower() {
        let limits = KernelLimits(absoluteFloor: 1e-6, relativeFloor: 0.001, warmUp: 10)
        var lane = Lane(SpreadKernel(fast: 0.02, slow: 0.002, limits: limits))
        for number in 0..<1_000 { lane.learn(number.isMultiple(of: 2) ? 500.4 : 500) }
        #expect(lane.score(500).residual == 0)
        lane.kernel.rebase(0, to: 5, spread: 0, state: &lane.state)
        for number in 0..<500 { lane.learn(number.isMultiple(of: 2) ? 5.4 : 5) }
        #expect(abs(lane.score(5.4).residual) < 0.02)
    }

    @Test func itsRatesLieBetweenNoneAndAll() async {
        await #expect(processExitsWith: .failure) { _ = SpreadKernel(fast: 0, slow: 0.1, limits: Self.limits) }
        await #expect(processExitsWith: .failure) { _ = SpreadKernel(fast: 0.1, slow: 1, limits: Self.limits) }
    }

    /// A lane that has seen 99 and 101 in turn, so far from 100.
    private func alternating(by distance: Float) -> Lane<SpreadKernel> {
        var lane = Lane(kernel)
        for number in 0..<1_000 { lane.learn(100 + (number.isMultiple(of: 2) ? distance : -distance)) }
        return lane
    }
}
