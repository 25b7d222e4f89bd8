import Samples

/// Values as recordings write them.
enum SampleValue {
    /// The number; a stale marker for the word `stale`; NaN for the words that say that there is none (`NaN`, `Inf`, `null`, in any case); `nil` for anything
    /// else, and for numbers that are too large.
    @inline(__always)
    static func parse(_ text: UnsafeRawBufferPointer) -> Double? {
        DecimalNumber.parse(text) ?? (isGap(text) ? .nan : text.isWord("stale") ? StaleMarker.value : nil)
    }

    /// Why a text is no value, as a sentence.
    static func fault(_ text: UnsafeRawBufferPointer) -> String {
        "\(Quotation.of(text)) is not a finite number."
    }

    private static func isGap(_ text: UnsafeRawBufferPointer) -> Bool {
        guard (3...9).contains(text.count) else { return false }
        let isSigned = text[0] == 0x2B || text[0] == 0x2D
        let word = text.slice(isSigned ? 1 : 0, text.count)
        return words.contains { known in
            known.utf8CodeUnitCount == word.count
                && word.indices.allSatisfy { word[$0] | 0x20 == known.utf8Start[$0] }
        }
    }

    /// As Prometheus, JavaScript, Python, Go and SQL write them, in small letters.
    private static let words: [StaticString] = ["nan", "inf", "infinity", "null"]
}
