internal import LinearAlgebra
internal import Samples

/// The bytes of one baseline's block.
///
/// All numbers little-endian: `ANDB`, format version, name (length, UTF-8), capacity, parameters (count, floats), rows
/// of all matrices (count, numbers), their elements, and a 64-bit checksum of all that. Lengths and counts have 32 bits.
struct SavedState {
    static let magic: [UInt8] = Array("ANDB".utf8)
    static let version: UInt32 = 1

    /// Of the baseline.
    let name: String
    /// Those that the state was learned with.
    let parameters: [Float]
    /// All learned state, one column per series.
    let matrices: [Matrix]

    /// How many series the block holds.
    var capacity: Int { matrices[0].columns }

    /// What each series takes.
    var bytesPerSeries: Int { matrices.reduce(0) { $0 + $1.rows } * MemoryLayout<Float>.size }

    /// The state as bytes.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: capacity * bytesPerSeries + 256)
        writer.write(Self.magic)
        writer.write(Self.version)
        writer.write(UInt32(name.utf8.count))
        writer.write(Array(name.utf8))
        writer.write(UInt32(capacity))
        writer.write(UInt32(parameters.count))
        writer.write(parameters)
        writer.write(UInt32(matrices.count))
        for matrix in matrices { writer.write(UInt32(matrix.rows)) }
        for matrix in matrices { writer.write(matrix.elements) }
        writer.write(checksum(writer.bytes[...]))
        return writer.bytes
    }

    /// The name of the baseline that wrote the bytes, before anything else of them is believed.
    static func name(in bytes: [UInt8]) throws(SavedStateError) -> String {
        var reader = ByteReader(bytes[...])
        return try readName(&reader)
    }

    /// The matrices in the bytes, if they are of the same name, parameters and sizes as these.
    func restored(from bytes: [UInt8]) throws(SavedStateError) -> [Matrix] {
        var reader = ByteReader(bytes[...])
        let foundName = try Self.readName(&reader)
        guard foundName == name else { throw .otherBaseline(found: foundName, expected: name) }
        try Self.checkSum(of: bytes)
        let foundCapacity = Int(try reader.word())
        guard foundCapacity == capacity else { throw .otherCapacity(found: foundCapacity, expected: capacity) }
        let parameterCount = Int(try reader.word())
        guard parameterCount == parameters.count, try reader.floats(parameterCount) == parameters else {
            throw .otherShape(name)
        }
        guard Int(try reader.word()) == matrices.count else { throw .otherShape(name) }
        for matrix in matrices {
            guard Int(try reader.word()) == matrix.rows else { throw .otherShape(name) }
        }
        var result: [Matrix] = []
        for matrix in matrices {
            let elements = try reader.floats(matrix.rows * capacity)
            result.append(Matrix(rows: matrix.rows, columns: capacity, elements: elements))
        }
        guard reader.remaining == MemoryLayout<UInt64>.size else { throw .damaged }
        return result
    }

    private static func readName(_ reader: inout ByteReader) throws(SavedStateError) -> String {
        guard reader.remaining >= magic.count, Array(try reader.bytes(magic.count)) == magic else {
            throw .notASavedState
        }
        let found = try reader.word()
        guard found == version else { throw .unknownVersion(found) }
        return String(decoding: try reader.bytes(Int(try reader.word())), as: UTF8.self)
    }

    private static func checkSum(of bytes: [UInt8]) throws(SavedStateError) {
        let split = bytes.count - MemoryLayout<UInt64>.size
        guard split >= 0 else { throw .damaged }
        var writer = ByteWriter(capacity: MemoryLayout<UInt64>.size)
        writer.write(checksum(bytes[..<split]))
        guard writer.bytes[...] == bytes[split...] else { throw .damaged }
    }
}

/// Eight bytes at a time, the last ones filled up with zeros.
private func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = StableHash()
    var word: UInt64 = 0
    for (position, byte) in bytes.enumerated() {
        word |= UInt64(byte) << (8 * UInt64(position & 7))
        if position & 7 == 7 {
            hash.combine(Int64(bitPattern: word))
            word = 0
        }
    }
    hash.combine(Int64(bitPattern: word))
    hash.combine(Int64(bytes.count))
    return hash.value
}
