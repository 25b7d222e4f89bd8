import Testing

@testable import Replay

@Suite struct TurnTests {
    @Test func timeDecidesThenTheOrderOfTheFiles() {
        let turns = [Turn(time: 1, file: 3), Turn(time: 1, file: 4), .behind(1), Turn(time: 2, file: 0)]
        #expect(turns.shuffled().sorted() == turns)
    }
}
