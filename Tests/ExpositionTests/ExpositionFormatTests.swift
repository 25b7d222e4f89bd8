import Testing

@testable import Exposition

@Suite struct ExpositionFormatTests {
    @Test(arguments: [
        (nil, ExpositionFormat.text), ("", .text), ("*/*", .text), ("text/plain", .text), ("text/html", .text),
        ("application/openmetrics-text", .openMetrics),
        ("application/openmetrics-text; version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", .openMetrics),
        ("application/openmetrics-text;q=0.5,text/plain", .text),
        ("application/openmetrics-text;q=0", .text),
        ("application/openmetrics-text;q=0.5, text/plain;q=0.2, */*;q=0.9", .openMetrics),
        ("application/openmetrics-text;q=0.5, */*;q=0.9", .text),
        ("Application/OpenMetrics-Text ; Q=0.7 , text/plain ; q=0.7", .openMetrics),
        (";;;,,,=;q=", .text),
    ])
    func choosesWhatTheClientPrefers(accept: String?, expected: ExpositionFormat) {
        #expect(ExpositionFormat.preferred(accept: accept) == expected)
    }

    @Test func understandsPrometheusItself() {
        let accept =
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;"
            + "version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,"
            + "*/*;q=0.2"
        #expect(ExpositionFormat.preferred(accept: accept) == .openMetrics)
    }
}
