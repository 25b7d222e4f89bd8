import Testing

@testable import Exposition

@Suite struct PrometheusGrammarTests {
    @Test(arguments: [
        ("andon_x_total", "andon_x_total"), ("hb.requests", "hb_requests"), ("a:b", "a:b"), ("9lives", "_9lives"),
        ("", "_"), ("a b\nc", "a_b_c"), ("größe", "gr__e"), ("x{y=\"1\"} 5\n", "x_y__1___5_"),
    ])
    func makesNamesOfAnything(name: String, expected: String) {
        #expect(PrometheusGrammar.metricName(name) == expected)
    }

    @Test(arguments: [("a:b", "a_b"), ("le", "le_"), ("http.route", "http_route"), ("1", "_1"), ("", "_")])
    func makesLabelNamesOfAnything(name: String, expected: String) {
        #expect(PrometheusGrammar.labelName(name) == expected)
    }

    @Test func sortsLabelsAndKeepsTheLastOfTwo() {
        #expect(PrometheusGrammar.labels([("b", "1"), ("a", "2"), ("b", "3")]) == #"a="2",b="3""#)
        #expect(PrometheusGrammar.labels([("a.b", "1"), ("a_b", "2")]) == #"a_b="2""#)
        #expect(PrometheusGrammar.labels([]).isEmpty)
    }

    @Test func escapesAcrossGraphemes() {
        // A carriage return and a line feed are one Character, and still two of Prometheus' characters.
        #expect(PrometheusGrammar.escapedValue("a\r\nb") == "a\r\\nb")
        #expect(PrometheusGrammar.escapedHelp("\\ \" \n") == "\\\\ \" \\n")
    }

    @Test(arguments: [
        (0.0, "0"), (-3, "-3"), (2.5, "2.5"), (1e-7, "1e-07"), (.nan, "NaN"), (.infinity, "+Inf"),
        (-.infinity, "-Inf"), (9_007_199_254_740_991, "9007199254740991"), (1e300, "1e+300"),
    ])
    func writesNumbers(value: Double, expected: String) {
        #expect(PrometheusGrammar.number(value) == expected)
    }

    @Test func turnsANameIntoWords() {
        #expect(PrometheusGrammar.words(of: "andon_batches_total") == "Andon batches total")
        #expect(PrometheusGrammar.words(of: "_").isEmpty)
    }
}
