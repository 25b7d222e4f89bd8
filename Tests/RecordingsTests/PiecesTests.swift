import Samples
import Testing

@testable import Recordings

/// What holds for every format.
@Suite struct PiecesTests {
    @Test(arguments: FormatExamples.all)
    func theSameBytesGiveTheSameEventsWhateverThePieces(_ example: FormatExample) {
        let bytes = example.bytes
        let text = "\(Reading.events(bytes, capacity: 3, keepsOrigins: true))"
        var random = SeededGenerator(seed: 7)
        for _ in 0..<1200 {
            let cuts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                Int.random(in: 0...bytes.count, using: &random)
            }
            let found = Reading.events(bytes, cutAt: cuts, capacity: 3, keepsOrigins: true)
            // As text, in which places without a value are equal too.
            let isSame = "\(found)" == text
            #expect(isSame, "cut at \(cuts.sorted())")
            if !isSame { return }
        }
    }

    @Test(arguments: FormatExamples.all)
    func theSameBytesGiveTheSameEventsByteByByte(_ example: FormatExample) {
        let bytes = example.bytes
        #expect(Reading.events(bytes, cutAt: Array(bytes.indices)) == Reading.events(bytes))
    }

    @Test(arguments: FormatExamples.all)
    func theFormatIsToldFromTheContent(_ example: FormatExample) {
        var parser = Reading.parser()
        _ = Reading.feed(example.bytes, to: &parser)
        #expect(parser.format == example.format)
        #expect(Reading.events(example.bytes, as: example.format) == Reading.events(example.bytes))
    }

    @Test(arguments: FormatExamples.all)
    func damagedBytesDoNoHarm(_ example: FormatExample) {
        let good = example.bytes
        var random = SeededGenerator(seed: 11)
        for _ in 0..<1500 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = .random(in: .min ... .max, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
                }
                if bytes.isEmpty { bytes = [0] }
            }
            let cut = Int.random(in: 0...bytes.count, using: &random)
            let whole = Reading.events(bytes, as: example.format)
            let found = Reading.events(bytes, cutAt: [cut], as: example.format)
            #expect(found == whole, "\(String(decoding: bytes, as: UTF8.self)) cut at \(cut)")
            if found != whole { return }
        }
    }

    @Test(arguments: FormatExamples.all)
    func randomBytesDoNoHarm(_ example: FormatExample) {
        var random = SeededGenerator(seed: 13)
        // Those that mean something to one of the formats, and all others now and then.
        let alphabet = Array("{}[]\",:\\=#\n\r\t 019.-+eTZinufalr\u{FEFF}".utf8)
        for _ in 0..<1500 {
            var bytes = Array(example.bytes.prefix(Int.random(in: 0...40, using: &random)))
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let isOdd = Int.random(in: 0..<10, using: &random) == 0
                bytes.append(
                    isOdd ? .random(in: .min ... .max, using: &random) : alphabet.randomElement(using: &random) ?? 0)
            }
            let cut = Int.random(in: 0...bytes.count, using: &random)
            #expect(
                Reading.events(bytes, cutAt: [cut], as: example.format) == Reading.events(bytes, as: example.format))
            #expect(Reading.events(bytes, cutAt: [cut]) == Reading.events(bytes))
        }
    }

    @Test(arguments: FormatExamples.all)
    func originsAreThereForEverySample(_ example: FormatExample) {
        let samples = Reading.samples(Reading.events(example.bytes, capacity: 2, keepsOrigins: true))
        #expect(!samples.isEmpty)
        for batch in samples {
            #expect(batch.origins?.count == batch.batch.count)
            for index in 0..<batch.batch.count {
                let timestamp = batch.origins?.timestamp(of: index) ?? []
                let time = timestamp.withUnsafeBytes { Timestamp.parse($0) ?? Timestamp.parseInteger($0) }
                let integer = timestamp.withUnsafeBytes { Timestamp.parseInteger($0) }
                #expect(time == batch.batch.times[index] || integer == batch.batch.times[index])
            }
        }
    }
}
