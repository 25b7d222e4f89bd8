import Samples
import Testing

@Suite struct PolicyBookTests {
    @Test func laterRulesRefineEarlierOnes() {
        var latencies = PolicyBook.Rule(name: "latencies", match: SeriesSelector(name: "*_seconds"))
        latencies.direction = .above
        latencies.openAt = 6
        var web = PolicyBook.Rule(name: "web", match: SeriesSelector(labels: ["service": "web"]))
        web.openAt = 12
        web.closeAfter = 2
        let book = PolicyBook(standard: Policy(warningAt: 0.4), rules: [latencies, web])
        let policy = book.policy(for: SeriesKey("request_seconds", ["service": "web"]))
        #expect(policy == Policy(direction: .above, openAt: 12, closeAfter: 2, warningAt: 0.4))
        #expect(book.policy(for: SeriesKey("request_seconds")) == Policy(direction: .above, openAt: 6, warningAt: 0.4))
        #expect(book.policy(for: SeriesKey("up")) == Policy(warningAt: 0.4))
    }

    @Test func everyPartOfARuleCounts() {
        var rule = PolicyBook.Rule(name: "all", match: .all)
        rule.enabled = false
        rule.direction = .below
        rule.minimumDeviation = 1
        rule.minimumRelativeDeviation = 2
        rule.openAt = 3
        rule.closeAfter = 4
        rule.acceptAfter = .seconds(5)
        rule.warningAt = 0.1
        rule.criticalAt = 0.2
        #expect(
            PolicyBook(rules: [rule]).policy(for: SeriesKey("x"))
                == Policy(
                    enabled: false, direction: .below, minimumDeviation: 1, minimumRelativeDeviation: 2, openAt: 3,
                    closeAfter: 4, acceptAfter: .seconds(5), warningAt: 0.1, criticalAt: 0.2))
    }
}
