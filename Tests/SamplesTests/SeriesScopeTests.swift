import Samples
import Testing

@Suite struct SeriesScopeTests {
    private static let key = SeriesKey("cpu", ["host": "a", "core": "1"])

    @Test(arguments: [
        (#"cpu{core="1",host="a"}"#, true), ("cpu", false), ("cpu*", true), (#"cpu{host="?"}"#, true),
        (#"cpu{host="b*"}"#, false),
    ])
    func namesOneSeriesOrWithAStarMany(text: String, contains: Bool) throws {
        let scope = try #require(SeriesScope(parsing: text))
        #expect(scope.contains(Self.key) == contains)
        #expect(scope.description == text)
    }

    @Test(arguments: ["", "{a=\"b\"}", "cpu{host=}"])
    func refusesWhatIsNoName(text: String) {
        #expect(SeriesScope(parsing: text) == nil)
    }
}
