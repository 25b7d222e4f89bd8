import Samples
import Testing

@testable import Recordings

@Suite struct RecordingFileTests {
    @Test(arguments: [
        ("cpu.csv", "cpu.csv", "cpu"), ("data/host.a/cpu.csv", "data/host.a/cpu.csv", "data/host.a/cpu"),
        ("data/host.a/cpu", "data/host.a/cpu", "data/host.a/cpu"), (".csv", ".csv", ".csv"),
        ("a/.csv", "a/.csv", "a/.csv"),
        ("a.b.csv", "a.b.csv", "a.b"), ("cpu.csv.gz", "cpu.csv.gz", "cpu"), ("a.b.csv.gz", "a.b.csv.gz", "a.b"),
        ("cpu.gz", "cpu.gz", "cpu"), ("./a//b.csv", "a/b.csv", "a/b"), ("/x/y/b.csv", "b.csv", "b"),
        ("../b.csv", "b.csv", "b"),
        ("a/../b.csv", "b.csv", "b"), ("-", "stdin", "stdin"),
    ])
    func aFileIsNamedAsItWasWritten(_ path: String, _ relativePath: String, _ seriesName: String) {
        let file = RecordingFile(path: path)
        #expect(file.path == path)
        #expect(file.relativePath == relativePath)
        #expect(file.seriesName == seriesName)
        #expect(file.series == SeriesKey(seriesName))
        #expect(file.isStandardInput == (path == "-"))
    }
}
