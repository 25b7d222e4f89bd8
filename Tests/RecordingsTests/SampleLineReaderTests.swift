import Samples
import Testing

@testable import Recordings

@Suite struct SampleLineReaderTests {
    private let now = EventTime(seconds: 1_700_000_000)

    private func read(_ text: String) -> SampleLineReader.Output {
        var reader = SampleLineReader(file: "stdin")
        var output = text.lending { reader.read($0, now: now) }
        let last = reader.finish(now: now)
        for row in 0..<last.batch.count {
            let index = UInt32(output.batch.series.count)
            output.batch.series.append(last.batch.series[Int(last.batch.seriesIndex[row])])
            output.batch.append(index, EventTime(milliseconds: last.batch.times[row]), last.batch.values[row])
        }
        output.badLines += last.badLines
        return output
    }

    @Test func readsSeriesValueAndTime() {
        let output = read("a{b=\"c d\", e=\"f\"} 17 1700000001\nplain\t-0.5\n# remark\n\nlast 3")
        #expect(output.badLines.isEmpty)
        #expect(output.batch.series.map(\.description) == ["a{b=\"c d\",e=\"f\"}", "plain", "last"])
        #expect(output.batch.values == [17, -0.5, 3])
        #expect(output.batch.times == [1_700_000_001_000, now.milliseconds, now.milliseconds])
    }

    @Test(arguments: ["justaname", "a{b=\"c\"}", "a{b=} 1", "a x", "a 1 yesterday", "a 1 2 3", "a nan"])
    func refusesABadLineAndGoesOn(line: String) {
        let output = read("\(line)\ngood 1\n")
        #expect(output.badLines.map(\.line) == [1])
        #expect(output.batch.values == [1])
    }
}
