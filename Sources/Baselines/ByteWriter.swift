/// Numbers into bytes, little-endian.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func write(_ other: [UInt8]) { bytes += other }

    mutating func write(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ floats: [Float]) {
        for float in floats { write(float.bitPattern) }
    }
}
