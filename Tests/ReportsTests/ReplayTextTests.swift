import Samples
import Testing

@testable import Reports

@Suite struct ReplayTextTests {
    private func text(_ report: ReplayReport, width: Int? = nil, hasColours: Bool = false, most: Int = 20) -> String {
        ReplayText(report: report, width: width, hasColours: hasColours, mostAnomalies: most)
            .lines.joined(separator: "\n")
    }

    @Test func tellsAllThereIs() {
        #expect(
            text(.example(each: 1)) == """
                Replay, andon.yaml (version 3f2a9c41)
                2 files · 2 series · 2,880 samples · 1 bad line · 2026-03-01 00:00:00 to 2026-03-01 23:59:00 UTC

                Summary    Value     Interval
                ---------  -----  -----------  ------------------------------
                Anomalies      2
                Precision   0.41  0.35 … 0.48  anomalies that lie in a window

                Loudest series    File               Anomalies  A day  Score  False
                ----------------  -----------------  ---------  -----  -----  -----
                cpu_usage{n="0"}  one/cpu_usage.csv          1      1   0.91      0
                cpu_usage{n="1"}  two.csv                    1      1   0.91      –

                Hour, UTC  Anomalies
                ---------  ---------  ------------------------
                    12:00          2  ########################

                Anomaly opened       Series            File               Severity  Score  Labels       Duration  Ended      Id
                -------------------  ----------------  -----------------  --------  -----  -----------  --------  ---------  ----------------
                2026-03-01 12:04:00  cpu_usage{n="0"}  one/cpu_usage.csv  info       0.91  in a window    12 min  recovered  9f3c2a7d10e4b865
                2026-03-01 12:04:00  cpu_usage{n="1"}  two.csv            warning    0.91  unlabelled     12 min  recovered  9f3c2a7d10e4b865
                """)
    }

    @Test func hoursAreThoseOfTheNamedZoneAndNotesFollowTheSummary() {
        var report = ReplayReport.example(each: 1)
        report.timeZone = "Europe/Berlin"
        report.notes = ["There are no intervals."]
        report.hours[3] = 1
        let lines = ReplayText(report: report, width: nil, hasColours: false).lines
        let start = lines.firstIndex { $0.hasPrefix("Hour, Europe/Berlin  Anomalies") }
        #expect(start.map { lines[$0 + 2].split(separator: " ") } == ["3:00", "1", "############"])
        #expect(start.map { lines[$0 + 3].hasSuffix(" 2  ########################") } == true)
        #expect(lines.contains("There are no intervals."))
        let page = ReportPage(report: report, charts: ChartBook(limit: 1)).document
        #expect(page.contains("opened, Europe/Berlin</h2>") && page.contains("There are no intervals."))
        #expect(!page.contains("59 UTC"))
    }

    @Test func comparesTwoConfigs() {
        let text = text(.compared())
        #expect(text.contains("A is andon.yaml, B is strict.yaml"))
        #expect(text.contains("Appears under B: 1, 0 in a window"))
        #expect(text.contains("Vanishes under B: 1, 1 in a window"))
        #expect(text.contains("Anomalies   4  3     −1    −3 … 1"))
        #expect(text.contains("false alarm"))
    }

    @Test func countsWhatItDoesNotList() {
        let text = text(.example(each: 30), most: 3)
        #expect(text.hasSuffix("and 57 more"))
        #expect(self.text(.example(), most: 0).hasSuffix("and 4 more"))
    }

    @Test func saysThatNothingHappened() {
        var report = ReplayReport.example()
        report.anomalies = []
        report.series = []
        report.figures = []
        report.hours = [Int](repeating: 0, count: 24)
        report.inputs = .init(files: 0, samples: 0, badLines: 0, span: nil)
        #expect(
            text(report) == """
                Replay, andon.yaml (version 3f2a9c41)
                0 files · 0 series · 0 samples · 0 bad lines

                No anomalies.
                """)
    }

    @Test(arguments: [0, 1, 20, 40, 80, 120])
    func staysInsideOfTheTerminal(width: Int) {
        var report = ReplayReport.compared()
        report.anomalies += ReplayReport.example(name: evil).anomalies
        report.series += ReplayReport.example(name: evil + "温度").series
        for line in ReplayText(report: report, width: width, hasColours: false).lines { #expect(line.cells <= width) }
    }

    @Test func controlsTheTerminalOnlyForColours() {
        var report = ReplayReport.example(name: evil)
        report.title = evil
        report.configName = evil
        report.figures = [.init(name: evil, value: evil, interval: evil, hint: evil)]
        #expect(!text(report).contains("\u{1B}"))
        #expect(!text(report).contains("\u{202E}"))
        #expect(text(.example(), hasColours: true).contains("\u{1B}[33mwarning\u{1B}[0m"))
    }
}
