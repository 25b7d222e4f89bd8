/// Columns of plain numbers as the bytes that they are in memory.
///
/// Stages that talk over a network run on machines of one byte order; everything that Swift runs on is little-endian.
enum Columns {
    /// Reads a whole column; `nil` where the bytes are no whole number of elements.
    ///
    /// A message from a network may lie at any address, so the bytes are copied to where elements are aligned.
    static func read<Element: BitwiseCopyable>(_ bytes: UnsafeRawBufferPointer, as: Element.Type) -> [Element]? {
        let (count, rest) = bytes.count.quotientAndRemainder(dividingBy: MemoryLayout<Element>.stride)
        guard rest == 0 else { return nil }
        // Of no elements the array would be the one that all empty arrays share, and even writing its count is a race.
        guard count > 0 else { return [] }
        return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
            initialized = count
        }
    }
}
