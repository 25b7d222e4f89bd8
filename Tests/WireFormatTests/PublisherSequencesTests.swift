import Testing
import WireFormat

@Suite struct PublisherSequencesTests {
    @Test func aJumpForwardIsAGap() {
        var sequences = PublisherSequences(maximumPublishers: 4)
        #expect(sequences.observe(publisher: "a", sequence: 5) == nil)
        #expect(sequences.observe(publisher: "a", sequence: 6) == nil)
        #expect(sequences.observe(publisher: "a", sequence: 10) == .init(lost: 3, after: 6))
        #expect(sequences.observe(publisher: "b", sequence: 100) == nil)
        #expect(sequences.observe(publisher: "b", sequence: 102) == .init(lost: 1, after: 100))
        #expect(sequences.lost(of: "a") == 3)
        #expect(sequences.lost(of: "b") == 1)
        #expect(sequences.lost(of: "c") == nil)
        #expect(sequences.lost == 4)
    }

    @Test(arguments: [1, 6, 7] as [UInt64])
    func goingBackIsARestart(_ number: UInt64) {
        var sequences = PublisherSequences(maximumPublishers: 4)
        _ = sequences.observe(publisher: "a", sequence: 7)
        #expect(sequences.observe(publisher: "a", sequence: number) == nil)
        #expect(sequences.restarts == 1)
        #expect(sequences.lost == 0)
        #expect(sequences.observe(publisher: "a", sequence: number + 2) == .init(lost: 1, after: number))
    }

    @Test func zeroIsNotNumbered() {
        var sequences = PublisherSequences(maximumPublishers: 4)
        for _ in 0..<3 { #expect(sequences.observe(publisher: "a", sequence: 0) == nil) }
        #expect(sequences.lost(of: "a") == nil)
        #expect(sequences.restarts == 0)
    }

    @Test func anyNumberIsSurvived() {
        var sequences = PublisherSequences(maximumPublishers: 4)
        for _ in 0..<3 {
            _ = sequences.observe(publisher: "a", sequence: 1)
            #expect(sequences.observe(publisher: "a", sequence: .max) == .init(lost: .max, after: 1))
        }
        #expect(sequences.lost == .max)
    }

    @Test func remembersThoseHeardLast() {
        var sequences = PublisherSequences(maximumPublishers: 2)
        for name in ["a", "b", "a", "c"] { _ = sequences.observe(publisher: name, sequence: 1) }
        #expect(sequences.evictions == 1)
        #expect(sequences.lost(of: "a") == 0)
        #expect(sequences.lost(of: "b") == nil)
        #expect(sequences.observe(publisher: "b", sequence: 50) == nil)
        #expect(sequences.evictions == 2)
        #expect(sequences.lost(of: "a") == nil)
        #expect(sequences.lost(of: "c") == 0)
    }
}
