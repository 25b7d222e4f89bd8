import Testing

@testable import Evaluation

@Suite struct NABFileTests {
    private func file(_ rows: RowScores) throws -> NABFile {
        try #require(NABFile(Fixture.file([5...8], rows)))
    }

    @Test func whatIsNoNumberIsBelowAllThresholds() throws {
        let file = try file(Fixture.twentyRows([5: .nan, 6: -3, 12: .nan]))
        #expect(file.tally(atLeast: -10).foundWindows == 1)
        #expect(file.tally(atLeast: -10).gain < 1)
        #expect(file.tally(atLeast: -.infinity).gain == 1)
    }

    @Test func withoutAThresholdNothingIsDetected() throws {
        let tally = try file(Fixture.twentyRows([5: 1, 12: 1])).tally(atLeast: nil)
        #expect(tally == NABTally(windows: 1, scorableWindows: 1))
    }
}
