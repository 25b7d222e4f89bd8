import Samples
import Testing

@testable import Stages

@Suite struct BoardTests {
    @Test func showsOpenOnesFirstAndThenTheNewest() {
        var board = Board(capacity: 10)
        for id in ["a", "b", "c", "d"] { board.take(Example.anomaly(id)) }
        board.take(Example.anomaly("d", phase: .closed))
        board.take(Example.anomaly("a", phase: .updated))
        board.take(Example.anomaly("c", phase: .closed))
        #expect(board.anomalies.map(\.id) == ["a", "b", "c", "d"])
        #expect(board.anomalies.map(\.phase) == [.updated, .opened, .closed, .closed])
    }

    @Test func closedOnesMakeRoomFirst() {
        var board = Board(capacity: 3)
        board.take(Example.anomaly("old"))
        board.take(Example.anomaly("over", phase: .closed))
        board.take(Example.anomaly("new"))
        board.take(Example.anomaly("newest"))
        #expect(board.anomalies.map(\.id) == ["newest", "new", "old"])
        board.take(Example.anomaly("last"))
        #expect(board.anomalies.map(\.id) == ["last", "newest", "new"])
    }

    @Test func staysBounded() {
        var board = Board(capacity: 5)
        var random = SeededGenerator(seed: 2)
        for _ in 0..<2000 {
            let phase = Bool.random(using: &random) ? Anomaly.Phase.opened : .closed
            board.take(Example.anomaly("\(Int.random(in: 0..<40, using: &random))", phase: phase))
            #expect(board.anomalies.count <= 5)
            #expect(Set(board.anomalies.map(\.id)).count == board.anomalies.count)
        }
    }
}
