import Foundation
import Samples
import Testing

@testable import Recordings

@Suite struct RecordingTests {
    @Test func givesAFileOfManyPiecesInFullBatches() throws {
        let rows = (0..<20_000).map { "\($0),\($0 % 7)\n" }.joined()
        let file = try TemporaryFile("timestamp,value\n" + rows)
        var recording = try Recording(path: file.path, batchCapacity: 1000)
        var batches: [SampleBatch] = []
        while let output = try recording.next() { batches += output.batches }
        #expect(batches.map(\.count) == Array(repeating: 1000, count: 20))
        #expect(batches.flatMap(\.times) == (0..<20_000).map { $0 * 1000 })
        #expect(batches[0].series == [SeriesKey(String(file.path.dropLast(4)))])
        let (samples, badLines, afterwards) = (recording.sampleCount, recording.badLineCount, try recording.next())
        #expect(samples == 20_000)
        #expect(badLines == 0)
        #expect(afterwards == nil)
    }

    @Test func stopsReadingAFileWithoutHeader() throws {
        let file = try TemporaryFile(String(repeating: "1,2\n", count: 100_000))
        var recording = try Recording(path: file.path, series: SeriesKey("s"))
        var badLines: [BadLine] = []
        var pieces = 0
        while let output = try recording.next() {
            badLines += output.badLines
            pieces += 1
        }
        #expect(badLines.map(\.line) == [1])
        #expect(badLines.map(\.file) == [file.path])
        #expect(pieces == 2)
        let isRefused = recording.isRefused
        #expect(isRefused)
    }

    @Test func slowInputIsGivenAsItComes() throws {
        let pipe = Pipe()
        let source = ByteSource(name: "stdin", borrowed: pipe.fileHandleForReading.fileDescriptor)
        var recording = Recording(prompt: source, series: SeriesKey("s"), batchCapacity: 100)
        pipe.fileHandleForWriting.write(Data("timestamp,value\n1,2\nx,3\n4,".utf8))
        let first = try recording.next()
        #expect(first?.batches.map(\.values) == [[2]])
        #expect(first?.badLines == [BadLine(file: "stdin", line: 3, sentence: "\"x\" is no time.")])
        pipe.fileHandleForWriting.write(Data("5".utf8))
        let second = try recording.next()
        #expect(second?.batches.isEmpty == true)
        try pipe.fileHandleForWriting.close()
        let last = try recording.next()
        #expect(last?.batches.map(\.values) == [[5]])
        let afterwards = try recording.next()
        #expect(afterwards == nil)
    }

    @Test(arguments: [
        ("cpu.csv", "cpu"), ("data/host.a/cpu.csv", "data/host.a/cpu"), ("data/host.a/cpu", "data/host.a/cpu"),
        (".csv", ".csv"), ("a/.csv", "a/.csv"), ("a.b.csv", "a.b"), ("", ""),
    ])
    func aSeriesIsCalledLikeItsPathWithoutTheEnding(_ path: String, _ expected: String) {
        #expect(Recording.seriesName(ofPath: path) == expected)
    }
}
