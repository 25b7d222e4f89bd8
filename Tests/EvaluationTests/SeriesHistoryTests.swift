import Evaluation
import Testing

@Suite struct SeriesHistoryTests {
    @Test func countsDaysFromFirstToLastSample() {
        #expect(Fixture.series(from: 86_400, to: 3 * 86_400 + 43_200).days == 2.5)
        #expect(Fixture.series(from: 7, to: 7).days == 0)
    }
}
