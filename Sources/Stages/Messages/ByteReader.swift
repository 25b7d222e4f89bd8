import Samples

/// Reads what ``ByteWriter`` wrote; `nil` where the bytes end too early.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func next<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number? {
        let size = MemoryLayout<Number>.size
        guard bytes.count - position >= size else { return nil }
        defer { position += size }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self))
    }

    mutating func text() -> String? {
        part().map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func labels() -> Labels? {
        guard let count = next(UInt32.self) else { return nil }
        var pairs: [(name: String, value: String)] = []
        for _ in 0..<count {
            guard let name = text(), let value = text() else { return nil }
            pairs.append((name, value))
        }
        return Labels(pairs)
    }

    mutating func part() -> [UInt8]? {
        guard let count = next(UInt32.self), bytes.count - position >= Int(count) else { return nil }
        defer { position += Int(count) }
        return Array(bytes[position..<position + Int(count)])
    }
}
