import Samples

/// Writes fixed-width little-endian numbers and length-prefixed texts, one after the other.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(Array(text.utf8))
    }

    mutating func append(_ labels: Labels) {
        append(UInt32(labels.pairs.count))
        for pair in labels.pairs {
            append(pair.name)
            append(pair.value)
        }
    }

    mutating func append(_ part: [UInt8]) {
        append(UInt32(part.count))
        bytes.append(contentsOf: part)
    }
}
