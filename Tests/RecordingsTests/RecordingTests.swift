import Foundation
import Samples
import Testing

@testable import Recordings

@Suite struct RecordingTests {
    /// All events, and the error that ended them.
    private func read(_ recording: consuming Recording) -> (events: [RecordingEvent], error: RecordingError?) {
        var events: [RecordingEvent] = []
        do throws(RecordingError) {
            while let next = try recording.next() { events += next }
        } catch {
            return (events, error)
        }
        return (events, nil)
    }

    @Test func givesAFileOfManyPiecesInFullBatches() throws {
        let rows = (0..<50_000).map { "\($0),\($0 % 7)\n" }.joined()
        let file = try TemporaryFile("timestamp,value\n" + rows)
        var recording = try Recording(RecordingFile(path: file.path), batchCapacity: 1000)
        var batches: [SampleBatch] = []
        var lastRead = 0
        while let events = try recording.next() {
            batches += Reading.samples(events).map(\.batch)
            let read = recording.bytesRead
            #expect(read >= lastRead)
            lastRead = read
        }
        #expect(batches.map(\.count) == Array(repeating: 1000, count: 50))
        #expect(batches.flatMap(\.times) == (0..<50_000).map { $0 * 1000 })
        #expect(batches[0].series == [RecordingFile(path: file.path).series])
        let (counts, format, total, afterwards) = (
            recording.counts, recording.format, recording.totalBytes, try recording.next()
        )
        #expect(counts.samples == 50_000 && counts.badLines == 0)
        #expect(format == .csv && lastRead == total && afterwards == nil)
    }

    @Test func aPackedFileIsReadAlike() throws {
        for example in FormatExamples.all {
            let packed = try TemporaryFile(Gzip.pack(example.bytes), ending: "csv.gz")
            let plain = try TemporaryFile(example.bytes)
            let found = read(try Recording(RecordingFile(path: packed.path)))
            let expected = read(try Recording(RecordingFile(path: plain.path)))
            let names = { (told: [String], file: TemporaryFile) in
                let name = RecordingFile(path: file.path).seriesName
                return told.map {
                    $0.replacingOccurrences(of: file.path, with: "f").replacingOccurrences(of: name, with: "n")
                }
            }
            #expect(names(Reading.told(found.events), packed) == names(Reading.told(expected.events), plain))
            #expect(found.error == nil, "\(example.format)")
        }
    }

    @Test func aCutGzipGivesWhatCameBeforeButNotTheCutLine() throws {
        let packed = Gzip.pack(Array("timestamp,value\n1,2\n3,4567\n".utf8))
        // 15 bytes of gzip come before the text; it is cut within 4567.
        let file = try TemporaryFile(Array(packed.prefix(15 + 24)), ending: "gz")
        let found = read(try Recording(RecordingFile(path: file.path), format: nil))
        #expect(Reading.samples(found.events).map(\.batch.values) == [[2]])
        #expect(found.error == .damaged(path: file.path, sentence: "The gzip ends in the middle"))
    }

    @Test func nothingFollowsAnError() throws {
        let file = try TemporaryFile(Array(Gzip.pack(Array("timestamp,value\n1,2\n".utf8)).dropLast(4)))
        var recording = try Recording(RecordingFile(path: file.path))
        var errors = 0
        for _ in 0..<5 {
            do throws(RecordingError) { _ = try recording.next() } catch { errors += 1 }
        }
        let afterwards = try recording.next()
        #expect(errors == 1 && afterwards == nil)
    }

    @Test func whatIsNoRecordingIsAnError() throws {
        let prose = try TemporaryFile(String(repeating: "1,2\n", count: 100_000))
        let found = read(try Recording(RecordingFile(path: prose.path)))
        #expect(found.events.isEmpty)
        #expect(found.error == .noRecording(path: prose.path, why: FormatDetection.unknown))
        let table = try TemporaryFile("timestamp,{\n1,2\n")
        #expect(
            read(try Recording(RecordingFile(path: table.path))).error
                == .noRecording(path: table.path, why: "none of its columns is a series"))
        #expect(
            read(try Recording(RecordingFile(path: prose.path), format: .csv)).error?.description.hasPrefix(
                "\(prose.path) is no recording: its first line is no header") == true)
    }

    @Test func anEmptyFileHasNoSamples() throws {
        for text in ["", "\n\n"] {
            let file = try TemporaryFile(text)
            var recording = try Recording(RecordingFile(path: file.path))
            while let events = try recording.next() { #expect(events.isEmpty) }
            let (format, counts) = (recording.format, recording.counts)
            #expect(format == nil && counts == RecordingCounts())
        }
    }

    @Test func tellsWhenAFileBeginsWithoutReadingIt() throws {
        let lines = "timestamp,value\nbad\n1,\n5,1\n2,1\n" + String(repeating: "9,1\n", count: 100_000)
        for (text, time) in [(lines, 5000), ("timestamp,value\n", nil), ("", nil), ("prose", nil)] as [(String, Int64?)]
        {
            let file = try TemporaryFile(text)
            let named = RecordingFile(path: file.path, totalBytes: text.utf8.count)
            #expect(Recording.firstTime(of: named, chunkBytes: 1000)?.milliseconds == time)
            #expect(Recording.firstTime(of: RecordingFile(path: file.path), chunkBytes: 1000) == nil, "a pipe")
        }
        #expect(Recording.firstTime(of: RecordingFile(path: "/nowhere", totalBytes: 1), chunkBytes: 1000) == nil)
    }

    @Test func slowInputIsGivenAsItComes() throws {
        let pipe = Pipe()
        let source = ByteSource(name: "stdin", borrowed: pipe.fileHandleForReading.fileDescriptor)
        var recording = Recording(source, of: RecordingFile(path: "-"), isPrompt: true)
        pipe.fileHandleForWriting.write(Data("timestamp,value\n1,2\nx,3\n4,".utf8))
        let first = try recording.next() ?? []
        #expect(Reading.told(first) == ["stdin 1000 2.0", "stdin:3: \"x\" is no time."])
        pipe.fileHandleForWriting.write(Data("5".utf8))
        let second = try recording.next()
        #expect(second?.isEmpty == true)
        try pipe.fileHandleForWriting.close()
        let last = try recording.next() ?? []
        #expect(Reading.told(last) == ["stdin 4000 5.0"])
        let (afterwards, total) = (try recording.next(), recording.totalBytes)
        #expect(afterwards == nil && total == nil)
    }

    @Test func inputThatIsNotPromptWaitsForFullBatches() throws {
        let pipe = Pipe()
        let source = ByteSource(name: "stdin", borrowed: pipe.fileHandleForReading.fileDescriptor)
        var recording = Recording(source, of: RecordingFile(path: "-"))
        pipe.fileHandleForWriting.write(Data("timestamp,value\n1,2\n".utf8))
        let first = try recording.next()
        #expect(first?.isEmpty == true)
        try pipe.fileHandleForWriting.close()
        let last = try recording.next() ?? []
        #expect(Reading.told(last) == ["stdin 1000 2.0"])
    }
}
