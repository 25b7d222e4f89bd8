import Testing

@testable import Tuning

@Suite struct KeptEvidenceTests {
    private let reference = [
        MadeHistory.opening(10, 11, 20, peak: 0.4), MadeHistory.opening(30, 30, 31, peak: 1),
        MadeHistory.opening(50, 50, nil, peak: 0.6),
    ]

    @Test func theReferenceKeepsItself() {
        #expect(KeptEvidence(of: reference, in: reference).share == 1)
    }

    @Test func nothingRaisedKeepsNothing() {
        #expect(KeptEvidence(of: [], in: reference).share == 0)
        #expect(KeptEvidence(of: reference, in: []).share == nil)
    }

    @Test func tellingAStretchTwiceGainsNothing() {
        let twice = [MadeHistory.opening(12, 12, 13), MadeHistory.opening(15, 15, 16)]
        #expect(KeptEvidence(of: twice, in: reference).kept == 0.4)
    }

    @Test func anAnomalyThatNeverClosesKeepsOnlyWhereItOpened() {
        #expect(KeptEvidence(of: [MadeHistory.opening(12, 12, nil)], in: reference).kept == 0.4)
    }

    @Test func oneThatOpensLateButBeganInsideCounts() {
        #expect(KeptEvidence(of: [MadeHistory.opening(31, 35, 40)], in: reference).kept == 1)
        #expect(KeptEvidence(of: [MadeHistory.opening(32, 35, 40)], in: reference).kept == 0)
    }

    @Test func aStretchThatIsStillOpenReachesToTheEnd() {
        #expect(KeptEvidence(of: [MadeHistory.opening(900, 900, nil)], in: reference).kept == 0.6)
    }

    @Test func sumsAdd() {
        var sums = KeptEvidence(kept: 1, total: 2)
        sums += KeptEvidence(kept: 0, total: 2)
        #expect(sums.share == 0.25)
        #expect(KeptEvidence().share == nil)
    }
}
