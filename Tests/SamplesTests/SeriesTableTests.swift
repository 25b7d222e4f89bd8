import Samples
import Testing

@Suite struct SeriesTableTests {
    @Test func numbersDenselyAndOnce() {
        var table = SeriesTable(limit: 3)
        #expect(table.intern(SeriesKey("a")) == 0)
        #expect(table.intern(SeriesKey("b")) == 1)
        #expect(table.intern(SeriesKey("a")) == 0)
        #expect(table.keys == [SeriesKey("a"), SeriesKey("b")])
        #expect(table.id(of: SeriesKey("c")) == nil)
    }

    @Test func refusesBeyondItsLimit() {
        var table = SeriesTable(limit: 1)
        #expect(table.intern(SeriesKey("a")) == 0)
        #expect(table.intern(SeriesKey("b")) == nil)
        #expect(table.intern(SeriesKey("a")) == 0)
        #expect(table.count == 1)
    }
}
