import Foundation
import Testing

@testable import Exposition

@Suite struct OverviewPageTests {
    private func page(_ overview: Overview) -> String {
        OverviewPage(overview: overview, nonce: "abc").document.text
    }

    @Test func showsWhatIsOpenFirstAndCountsIt() throws {
        let page = page(.sample)
        #expect(page.contains("2 open anomalies"))
        #expect(page.contains("<title>(2) Andon</title>"))
        #expect(page.contains("<header class=\"critical\">"))
        let open = try #require(page.range(of: "cpu_usage{"))
        let closed = try #require(page.range(of: "Closed lately"))
        #expect(open.lowerBound < closed.lowerBound)
        #expect(page.contains("for 3 min, since <time datetime=\"2026-03-01T12:01:05Z\">12:01:05 UTC</time>"))
        #expect(page.contains("Nothing stands out as a cause."))
    }

    @Test func showsWhatIsNotToldAndWhy() {
        var overview = Overview.sample
        #expect(!page(overview).contains("Not told"))
        overview.feedback = [
            .init(
                id: "3f0c1e9a77b2d4c8", verdict: "expected", series: "disk{host=\"a\"}", covers: "up to 12.5 above",
                hours: "01:00-03:00", author: "ann", created: overview.time,
                expiry: overview.time.addingTimeInterval(86_400), heldBack: 3)
        ]
        for text in [
            "Not told", "disk{host=&quot;a&quot;}", "up to 12.5 above, 01:00-03:00", "ann", "2026-03-02",
            "3f0c1e9a77b2d4c8", ">3<",
        ] {
            #expect(page(overview).contains(text), "\(text)")
        }
    }

    @Test func saysWhenAllIsQuiet() {
        var overview = Overview.sample
        overview.anomalies = overview.anomalies.filter { !$0.isOpen }
        #expect(page(overview).contains("All quiet"))
        #expect(page(overview).contains("<header class=\"quiet\">"))
        #expect(page(overview).contains("Nothing is abnormal right now."))
    }

    @Test func showsThatTheProcessIsUnwell() {
        var overview = Overview.sample
        overview.anomalies = []
        overview.status = .degraded
        #expect(page(overview).contains("<header class=\"warning\">"))
        #expect(page(overview).contains("<a href=\"health\">degraded</a>"))
    }

    @Test func doesWithNothingAtAll() {
        let now = Date(timeIntervalSince1970: 0)
        let page = page(
            Overview(title: "Andon", version: "1", configVersion: "a", status: .healthy, started: now, time: now))
        #expect(page.contains("All quiet"))
        #expect(!page.contains("<table>"))
        #expect(!page.contains("<dl"))
    }

    @Test func turnsNothingForeignIntoMarkup() {
        let evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}&amp;"
        var overview = Overview.sample
        overview.title = evil
        overview.version = evil
        overview.configVersion = evil
        overview.facts = [.init(name: evil, value: evil)]
        overview.stages[0].name = evil
        overview.anomalies = [
            .init(
                id: evil, series: evil, severity: evil, phase: evil, onset: overview.time, time: overview.time,
                value: .nan, expected: .infinity, score: 1, suspects: [.init(name: evil, score: .nan, why: evil)])
        ]
        overview.feedback = [
            .init(
                id: evil, verdict: evil, series: evil, covers: evil, hours: evil, author: evil, note: evil,
                created: overview.time, expiry: overview.time, heldBack: 1)
        ]
        let page = page(overview)
        #expect(page.components(separatedBy: "<script").count == 2)
        #expect(!page.contains("<img"))
        #expect(!page.contains("\"'>"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.contains("&amp;amp;"))
    }

    @Test func loadsNothingFromElsewhere() {
        let page = page(.sample)
        for trace in ["http://", "https://", "\"//", "url(", "@import", "src=", "<link", "<iframe"] {
            #expect(page.ranges(of: trace).isEmpty, "\(trace)")
        }
    }

    @Test func refreshesWithoutAScriptToo() {
        #expect(page(.sample).contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"))
        #expect(page(.sample).contains("<script nonce=\"abc\">"))
    }
}
