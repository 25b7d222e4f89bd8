import Testing

@testable import Detection

@Suite struct EvidenceLevelTests {
    @Test func addsWhatIsMoreThanTheAllowance() {
        #expect(EvidenceLevel.after(0, surprise: 5) == 3)
        #expect(EvidenceLevel.after(3, surprise: 5) == 6)
        #expect(EvidenceLevel.after(3, surprise: 0) == 1)
        #expect(EvidenceLevel.after(1, surprise: 0) == 0)
    }

    @Test func aWitnessThatRepeatsAddsLittleButASpikeCountsInFull() {
        #expect(EvidenceLevel.after(3, surprise: 4, worth: 0.1) == 3.2)
        #expect(EvidenceLevel.after(3, surprise: 12, worth: 0.1) == 10)
    }
}
