import Samples
import Testing

@testable import Stages

@Suite struct SeriesNamesTests {
    @Test func tellsEachSeriesOnce() {
        var names = SeriesNames()
        let definition = Definition(id: 5, key: SeriesKey("a"))
        #expect(!names.contains(5))
        names.add(definition)
        names.add(Definition(id: 2, key: SeriesKey("b")))
        #expect(names.contains(5) && names.contains(2) && !names.contains(4) && !names.contains(6))
        #expect(names.definitionToTell(of: 5) == definition)
        #expect(names.definitionToTell(of: 5) == nil)
        names.add(definition)
        #expect(names.definitionToTell(of: 5) == nil)
        #expect(names.definitionToTell(of: 4) == nil)
        #expect(names.definitionToTell(of: .max) == nil)
    }
}
