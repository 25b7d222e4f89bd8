import Testing

@testable import Recordings

@Suite struct OpenMetricsLinesTests {
    @Test func readsSamplesWithTimes() {
        let requests = #"http_requests_total{code="200",path="a\"}\\ b\n"}"#
        #expect(
            Reading.told(FormatExamples.openMetrics) == [
                "\(requests) 1395066363000 1027.0", "\(requests) 1395066364000 1028.0",
                #"http_requests_total{code="400"} 1395066363500 3.0"#,
                #"rpc_seconds_bucket{le="+Inf"} 1395066363000 5.0"#,
                #"rpc_seconds_bucket{le="+Inf"} 1395066364000 6.0"#, #"f:10: "untimed" has no time."#,
                #"f:11: "untimed" has no time."#, #"f:12: "1bad 5 1395066363" is no series with a value and a time."#,
                #"f:13: "open{a="b 5 1395066363" is no series with a value and a time."#,
                #"f:14: "five" is not a finite number."#, #"f:15: "yesterday" is no time."#,
                #"f:16: "many 5 1 2" is no series with a value and a time."#, #"spaced{a="b"} 1395066363000 7.0"#,
            ])
        var parser = Reading.parser()
        _ = Reading.feed(Array(FormatExamples.openMetrics.utf8), to: &parser)
        #expect(parser.counts[.empty].count == 2)
    }

    @Test(arguments: [
        #"a{b="c} 1 2"#, "a{b 1 2", "{} 1 2", "a} 1 2", "a=1 2", "a{b=} 1 2", "a{=\"c\"} 1 2", "é 1 2", "a", "a{}",
    ])
    func refusesWhatIsNoSeries(_ line: String) {
        let found = Reading.told("\(line)\ngood 1 5\n", as: .openmetrics)
        #expect(found.count == 2 && found[0].hasPrefix("f:1: ") && found[1] == "good 5000 1.0", "\(found)")
    }

    @Test func aNameBeforeLabelsIsNotTheSeries() {
        #expect(
            Reading.told("up 1 5\nup{a=\"b\"} 2 5\nup {a=\"b\"} 3 6\nup 4 6", as: .openmetrics) == [
                "up 5000 1.0", "up{a=\"b\"} 5000 2.0", "up{a=\"b\"} 6000 3.0", "up 6000 4.0",
            ])
    }
}
