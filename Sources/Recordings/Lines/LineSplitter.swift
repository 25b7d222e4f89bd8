/// Cuts a stream of bytes into lines, whatever the pieces it comes in; holds at most one line.
///
/// A line ends with LF or CRLF, the last one also with the stream. A byte order mark at the very start is dropped.
package struct LineSplitter: Sendable {
    /// The longest line that is given out, in bytes without its end.
    package let limitBytes: Int

    private var begun: [UInt8] = []
    private var isTooLong = false
    private var number = 0

    /// Lines of at most `limitBytes`; longer ones are passed over and told.
    package init(limitBytes: Int = 1 << 20) {
        precondition(limitBytes >= 1, "A line has room for at least one byte.")
        self.limitBytes = limitBytes
    }

    /// Takes the next piece of the stream and lends every line that ends in it to the closure.
    ///
    /// - Parameter take: Gets the line's number, counted from 1, and the line without its end; `nil` where it was
    ///   longer than allowed.
    @inline(__always)
    package mutating func split(_ piece: UnsafeRawBufferPointer, _ take: (Int, UnsafeRawBufferPointer?) -> Void) {
        var start = 0
        if !begun.isEmpty || isTooLong {
            let end = piece.place(of: 0x0A)
            hold(piece.slice(0, end ?? piece.count))
            guard let end else { return }
            giveHeld(take)
            start = end + 1
        }
        while let end = piece.place(of: 0x0A, from: start) {
            give(piece.slice(start, end), take)
            start = end + 1
        }
        hold(piece.slice(start, piece.count))
    }

    /// Lends the last line, where the stream ended without a line feed.
    package mutating func finish(_ take: (Int, UnsafeRawBufferPointer?) -> Void) {
        if !begun.isEmpty || isTooLong { giveHeld(take) }
    }

    /// One byte over the limit is held, so that a CR at its end does not count.
    private mutating func hold(_ bytes: UnsafeRawBufferPointer) {
        guard !isTooLong, !bytes.isEmpty else { return }
        isTooLong = begun.count + bytes.count > limitBytes + 1
        if isTooLong { begun = [] } else { begun.append(contentsOf: bytes) }
    }

    private mutating func giveHeld(_ take: (Int, UnsafeRawBufferPointer?) -> Void) {
        let (line, wasTooLong) = (begun, isTooLong)
        begun.removeAll(keepingCapacity: begun.capacity <= ByteSource.chunkBytes)
        isTooLong = false
        guard !wasTooLong else {
            number += 1
            return take(number, nil)
        }
        line.withUnsafeBytes { give($0, take) }
    }

    @inline(__always)
    private mutating func give(_ bytes: UnsafeRawBufferPointer, _ take: (Int, UnsafeRawBufferPointer?) -> Void) {
        number += 1
        var (start, end) = (0, bytes.count)
        if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
        guard end <= limitBytes else { return take(number, nil) }
        if number == 1, end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
        take(number, bytes.slice(start, end))
    }
}
