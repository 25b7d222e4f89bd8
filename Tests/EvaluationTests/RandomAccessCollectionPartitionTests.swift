import Testing

@testable import Evaluation

@Suite struct RandomAccessCollectionPartitionTests {
    @Test func findsTheFirstOfTheSecondPart() {
        for count in 0...20 {
            for border in 0...count {
                #expect(Array(0..<count).partitioningIndex { $0 >= border } == border)
                #expect((7..<(7 + count)).partitioningIndex { $0 >= 7 + border } == 7 + border)
            }
        }
    }
}
