import Foundation
import Samples
import Testing

@testable import Reports

@Suite struct ReportPageTests {
    private func page(_ report: ReplayReport, limit: Int = 400) -> String {
        ReportPage(report: report, charts: .example(of: report, limit: limit)).document
    }

    @Test func isWellFormedAndLeadsOnlyToItself() {
        for report in [ReplayReport.example(), .compared(), .example(each: 1, name: evil)] {
            let facts = MarkupFacts(page(report))
            #expect(facts.problem == nil)
            #expect(Set(facts.ids).count == facts.ids.count)
            #expect(Set(facts.links).isSubset(of: Set(facts.ids.map { "#" + $0 })))
            #expect(facts.links.contains("#chart-0"))
            #expect(facts.attributes.isDisjoint(with: ["src", "srcset", "action", "onclick", "onload", "onerror"]))
            #expect(facts.elements["figure"] == report.series.count)
            #expect(facts.elements["script"] == 1 && facts.elements["img"] == nil)
        }
    }

    @Test func loadsNothingFromElsewhere() {
        let page = page(.compared())
        for trace in ["http://", "https://", "\"//", "url(h", "@import", "src=", "<link", "<iframe", "fetch("] {
            #expect(!page.contains(trace), "\(trace)")
        }
        #expect(page.contains("default-src 'none'"))
    }

    @Test func tellsAllThereIs() {
        let text = MarkupFacts(page(.compared())).text
        for part in [
            "Replay", "andon.yaml", "3f2a9c41", "5.76 k", "2 files", "1 bad line", "0.35 … 0.48",
            "anomalies that lie in a window", "cpu_usage{n=\"3\"}", "two.csv", "12 min", "in a window",
            "9f3c2a7d10e4b865",
            "1 appears under B, 0 of them in a window", "1 vanishes under B, 1 of them in a window",
            "1 of 1 window found",
            "Loudest series", "Hours of the day",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func turnsNothingForeignIntoMarkup() {
        var report = ReplayReport.example(each: 1, name: evil)
        report.title = evil
        report.configName = evil
        report.configVersion = evil
        report.figures = [.init(name: evil, value: evil, interval: evil, hint: evil)]
        report.anomalies[0].id = evil
        report.comparison = .init(
            nameA: evil, nameB: evil, rows: [.init(name: evil, a: evil, b: evil, difference: evil, interval: evil)],
            appearing: report.anomalies, vanishing: [])
        let page = page(report)
        let facts = MarkupFacts(page)
        #expect(facts.problem == nil)
        #expect(facts.elements["script"] == 1 && facts.elements["img"] == nil)
        #expect(!page.contains("\u{1B}") && !page.contains("\u{202E}") && !page.contains("\u{0}"))
    }

    @Test func doesWithNothingAtAll() {
        let report = ReplayReport(
            title: "Replay", configName: "andon.yaml", configVersion: "1",
            inputs: .init(files: 0, samples: 0, badLines: 0, span: nil))
        let page = page(report)
        #expect(MarkupFacts(page).problem == nil)
        #expect(page.contains("No series was found."))
        #expect(page.contains("There was not a single anomaly."))
        #expect(page.contains("Nothing was drawn."))
    }

    @Test func saysWhatHasNoChart() {
        let text = MarkupFacts(page(.example(each: 8), limit: 3)).text
        #expect(text.contains("13 series have no chart"))
    }

    @Test func boundsItsTables() {
        var report = ReplayReport.example()
        let place = report.series[0].series
        report.anomalies = (0..<6000).map { .example(place, score: $0 == 5999 ? 0.99 : 0.5) }
        report.anomalies[5999].id = "the-loudest"
        let page = ReportPage(report: report, charts: ChartBook()).document
        #expect(page.components(separatedBy: "<tr>").count - 1 == 5000 + 4 + 2)
        #expect(page.contains("1,000 more: those with the lowest scores are left out."))
        #expect(page.contains("the-loudest"))
    }

    @Test func keepsAHundredSeriesSmall() {
        let page = page(.example(each: 50))
        #expect(page.utf8.count < 5_000_000)
        #expect(page.components(separatedBy: "<figure ").count - 1 == 100)
    }

    @Test func drawsASeriesThatStandsThereTwiceOnce() {
        var report = ReplayReport.example(each: 1)
        report.series.append(report.series[0])
        let facts = MarkupFacts(page(report))
        #expect(facts.problem == nil)
        #expect(Set(facts.ids).count == facts.ids.count)
        #expect(facts.elements["figure"] == 2)
    }
}
