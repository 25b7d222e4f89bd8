import Samples
import Testing

@Suite struct MetricBookTests {
    private static let book = MetricBook(
        kinds: [.init("checkout_*", .latency), .init("*_took", .traffic)], units: [.init("*_took", .milliseconds)])

    @Test func theFirstPatternThatFitsHolds() {
        #expect(Self.book.kind(of: SeriesKey("checkout_took")) == .latency)
        #expect(Self.book.unit(of: SeriesKey("checkout_took")) == .milliseconds)
        #expect(Self.book.kind(of: SeriesKey("queue_depth")) == .saturation)
    }

    @Test func anAssignmentDecidesBeforeTheLabel() {
        let key = SeriesKey("checkout_took", ["kind": "errors", "unit": "s"])
        #expect(Self.book.kind(of: key) == .latency && Self.book.unit(of: key) == .milliseconds)
    }

    @Test func anAssignedUnitTellsTheKindToo() {
        #expect(MetricKind(of: SeriesKey("search_took")) == .other)
        #expect(MetricBook(units: Self.book.units).kind(of: SeriesKey("search_took")) == .latency)
    }

    @Test func rulesAskTheBook() {
        var slow = PolicyBook.Rule(name: "slow", match: SeriesSelector(kind: .latency, unit: .milliseconds))
        slow.direction = .above
        let key = SeriesKey("checkout_took")
        #expect(PolicyBook(rules: [slow]).rules(for: key).isEmpty)
        let book = PolicyBook(rules: [slow], metrics: Self.book)
        #expect(book.rules(for: key).map(\.name) == ["slow"])
        #expect(book.policy(for: key).direction == .above)
    }
}
