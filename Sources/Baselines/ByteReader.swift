/// Numbers out of bytes, little-endian; bytes that end too early are damaged.
struct ByteReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var remaining: Int { rest.count }

    mutating func bytes(_ count: Int) throws(SavedStateError) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw .damaged }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func word() throws(SavedStateError) -> UInt32 {
        let four = try bytes(4)
        return four.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func floats(_ count: Int) throws(SavedStateError) -> [Float] {
        let all = try bytes(count * MemoryLayout<Float>.size)
        return all.withUnsafeBytes { buffer in
            (0..<count).map { index in
                let bits = buffer.loadUnaligned(fromByteOffset: index * MemoryLayout<Float>.size, as: UInt32.self)
                return Float(bitPattern: UInt32(littleEndian: bits))
            }
        }
    }
}
