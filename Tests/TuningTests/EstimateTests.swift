import Testing

@testable import Tuning

@Suite struct EstimateTests {
    @Test func takesTheMiddleNineteenTwentieths() {
        let estimate = Estimate(500, resampled: (0...1000).map(Double.init).shuffled(), of: 1001)
        #expect(estimate.value == 500)
        #expect(estimate.interval == 25...975)
    }

    @Test func withoutEnoughResamplesThereIsNoInterval() {
        #expect(Estimate(1, resampled: [1, 2], of: 100).interval == nil)
        #expect(Estimate(1, resampled: [], of: 0).interval == nil)
        #expect(Estimate(nil, resampled: [1, 1], of: 2).interval == nil)
    }

    @Test func whatIsNotDefinedKeepsNoLimit() {
        #expect(!Estimate(nil, resampled: [], of: 1).isAtMost(3))
        #expect(Estimate(3, resampled: [3], of: 1).isAtMost(3))
        #expect(!Estimate(3.1, resampled: [3], of: 1).isAtMost(3))
    }
}
