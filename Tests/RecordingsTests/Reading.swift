import Samples

@testable import Recordings

/// Reads bytes as a recording called `f`, whose unnamed series is called `dir/f`.
enum Reading {
    /// The events of some bytes that come in pieces.
    static func events(
        _ bytes: [UInt8], cutAt cuts: [Int] = [], as format: RecordingFormat? = nil, capacity: Int = 100,
        keepsOrigins: Bool = false
    ) -> [RecordingEvent] {
        var parser = parser(as: format, capacity: capacity, keepsOrigins: keepsOrigins)
        return feed(bytes, cutAt: cuts, to: &parser)
    }

    static func parser(
        as format: RecordingFormat? = nil, capacity: Int = 100, keepsOrigins: Bool = false
    ) -> RecordingParser {
        RecordingParser(
            file: "f", series: SeriesKey("dir/f"), format: format, batchCapacity: capacity, keepsOrigins: keepsOrigins)
    }

    static func feed(_ bytes: [UInt8], cutAt cuts: [Int] = [], to parser: inout RecordingParser) -> [RecordingEvent] {
        var events: [RecordingEvent] = []
        var start = 0
        for end in cuts.sorted() + [bytes.count] {
            // A copy of its own, so that reading past the end of a piece is seen by the address sanitizer.
            let piece = Array(bytes[start..<end])
            piece.withUnsafeBytes { parser.read($0) }
            events += parser.take()
            start = end
        }
        parser.finish()
        return events + parser.take()
    }

    /// The events of a text as one line each.
    static func told(_ text: String, as format: RecordingFormat? = nil) -> [String] {
        told(events(Array(text.utf8), as: format))
    }

    /// Events as one line each: `series time value`, `f:1: sentence`, `change id`, `close`.
    static func told(_ events: [RecordingEvent]) -> [String] {
        events.flatMap { event in
            switch event {
            case .samples(let samples):
                let batch = samples.batch
                return (0..<batch.count).map { row in
                    "\(batch.series[Int(batch.seriesIndex[row])]) \(batch.times[row]) \(batch.values[row])"
                }
            case .change(let change): return ["change \(change.id)"]
            case .feedback(let members): return ["feedback by \(members["by"] ?? "")"]
            case .stepClosed: return ["close"]
            case .bad(let line): return ["\(line)"]
            }
        }
    }

    /// The samples among events.
    static func samples(_ events: [RecordingEvent]) -> [RecordedSamples] {
        events.compactMap { if case .samples(let samples) = $0 { samples } else { nil } }
    }
}

extension String {
    /// Lends the bytes of a text, not from the start of their memory and not to its end.
    func lending<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        Array("?\(self)?".utf8).withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.dropFirst().dropLast())) }
    }
}
