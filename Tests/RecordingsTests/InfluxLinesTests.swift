import Testing

@testable import Recordings

@Suite struct InfluxLinesTests {
    @Test func readsTheNumbersOfEveryField() {
        let tags = #"{host="a",region="eu west"}"#
        #expect(
            Reading.told(FormatExamples.influx) == [
                "cpu_usage\(tags) 1395066363000 1.5", "cpu_idle\(tags) 1395066363000 98.0",
                "cpu_up\(tags) 1395066363000 1.0", "cpu_usage\(tags) 1395066364000 2.5",
                "cpu_idle\(tags) 1395066364000 97.0", "cpu_up\(tags) 1395066364000 0.0",
                #"we,ird_fie ld{t=g="v,1"} 1395066363000 1.0"#, #"alone{host="a"} 1395066363000 3.0"#,
                #"f:7: "mem" has no time."#, #"f:8: "" is not a finite number."#,
                #"f:9: "1i5" is not a finite number."#,
                #"f:10: "1395066363" is no field with a value."#, #"f:11: "mem,host" is no name of a series."#,
                "f:12: A text is not closed on its line.", #"f:14: "soon" is no time."#,
                #"f:15: "1395066363 2" is no time."#, "mem_used 1395066365000 5.0",
            ])
        var parser = Reading.parser()
        _ = Reading.feed(Array(FormatExamples.influx.utf8), to: &parser)
        #expect(parser.counts[.empty].count == 1)
    }

    @Test(arguments: [
        ("1", 1), ("-1.5e1", -15), ("7i", 7), ("-7i", -7), ("7u", 7), ("t", 1), ("TRUE", 1), ("False", 0), ("f", 0),
    ])
    func readsValues(_ text: String, _ value: Double) {
        #expect(Reading.told("m v=\(text) 5", as: .influx) == ["m_v 5000 \(value)"])
    }

    @Test(arguments: ["i", "-i", "1.5i", "1e5i", "tr", "tRUE", "1,", "0x1", "'a'"])
    func refusesOtherValues(_ text: String) {
        let found = Reading.told("m v=\(text) 5", as: .influx)
        #expect(found.count == 1 && found[0].hasPrefix("f:1: "), "\(found)")
    }

    @Test(arguments: ["m", "m v", "m v=", "m =1 5", ",=b v=1 5", "m,a= v=1 5", "m,a=b", "m v=1,w 5", "m\\ v=1 5"])
    func refusesLinesWhole(_ line: String) {
        let found = Reading.told("\(line)\nm v=1 5", as: .influx)
        #expect(found.count == 2 && found[0].hasPrefix("f:1: ") && found[1] == "m_v 5000 1.0", "\(found)")
    }

    @Test func backslashesThatEscapeNothingStay() {
        #expect(Reading.told(#"m,path=C:\dir\\x v=1 5"#, as: .influx) == [#"m_v{path="C:\\dir\\x"} 5000 1.0"#])
    }
}
