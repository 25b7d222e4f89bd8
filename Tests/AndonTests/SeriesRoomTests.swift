import Testing

@testable import Andon

@Suite struct SeriesRoomTests {
    @Test(arguments: [
        (0, 10, false, "there is room"), (89, 100, false, "there is room"), (90, 100, true, "90 of 100"),
        (100, 100, true, "new ones are refused: raise doors.limits.series"),
    ])
    func saysWhenSomebodyShouldLook(known: Int, limit: Int, isShort: Bool, says: String) {
        let room = SeriesRoom(known: known, limit: limit)
        #expect(room.isShort == isShort)
        #expect(room.sentence.contains(says))
    }
}
