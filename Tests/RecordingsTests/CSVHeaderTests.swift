import Samples
import Testing

@testable import Recordings

@Suite struct CSVHeaderTests {
    private func header(_ names: String...) -> CSVHeader {
        CSVHeader(names)
    }

    @Test func tellsTheThreeShapesApart() {
        #expect(header("timestamp", "value").shape == .single)
        #expect(header("Timestamp", "VALUE").shape == .single)
        #expect(header("time", "series", "value").shape == .long)
        #expect(header("timestamp", "cpu").shape == .wide([SeriesKey("cpu")]))
        #expect(
            header("timestamp", "value", "cpu{host=\"a\"}").shape
                == .wide([SeriesKey("value"), SeriesKey("cpu", ["host": "a"])]))
    }

    @Test func columnsThatAreNoSeriesAreLeftOutAndTold() {
        let found = header("timestamp", "a", "", "b{", "a")
        #expect(found.shape == .wide([SeriesKey("a"), nil, nil, nil]))
        #expect(found.fault == "Column 3, \"\", is no name of a series and is left out.")
        #expect(found.width == 5)
        #expect(header("timestamp", "a", "a").fault == "Column 3, \"a\", occurs twice and is left out.")
    }

    @Test func aFileWithoutHeaderIsRefused() {
        for found in [
            header(), header("timestamp"), header("2024-01-01", "5"), header("", "value"), header("id", "time"),
        ] {
            #expect(found.shape == nil)
            #expect(found.fault?.hasPrefix("its first line is no header") == true)
        }
        #expect(header("timestamp", "", "{").shape == nil)
        #expect(header("timestamp", "").fault == "none of its columns is a series")
    }
}
