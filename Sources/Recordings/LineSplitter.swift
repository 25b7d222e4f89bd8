/// Cuts a stream of bytes into lines, whatever the pieces it comes in; holds at most one line.
///
/// A line ends with LF or CRLF, the last one also with the stream. A byte order mark at the very start is dropped.
package struct LineSplitter: Sendable {
    /// One line of a stream.
    package struct Line: Equatable, Sendable {
        /// Counted from 1.
        package var number: Int
        /// Without its end; `nil` where the line was longer than allowed.
        package var bytes: ArraySlice<UInt8>?
    }

    /// The longest line that is given out, in bytes without its end.
    package let limitBytes: Int

    private var rest: ArraySlice<UInt8> = []
    private var begun: [UInt8] = []
    private var isTooLong = false
    private var number = 0

    /// Lines of at most `limitBytes`; longer ones are passed over and told.
    package init(limitBytes: Int = 1 << 20) {
        precondition(limitBytes >= 1, "A line has room for at least one byte.")
        self.limitBytes = limitBytes
    }

    /// Adds the next piece of the stream; the lines of the piece before must have been taken with ``next()``.
    package mutating func append(_ chunk: ArraySlice<UInt8>) {
        precondition(rest.isEmpty, "The lines of one piece are taken before the next piece comes.")
        rest = chunk
    }

    /// The next whole line; `nil` where more bytes are needed.
    package mutating func next() -> Line? {
        guard let end = rest.firstIndex(of: 0x0A) else {
            hold(rest)
            rest = []
            return nil
        }
        defer { rest = rest[(end + 1)...] }
        guard !begun.isEmpty || isTooLong else { return line(rest[..<end]) }
        hold(rest[..<end])
        return takeHeld()
    }

    /// The last line, where the stream ended without a line feed.
    package mutating func finish() -> Line? {
        begun.isEmpty && !isTooLong ? nil : takeHeld()
    }

    /// One byte over the limit is held, so that a CR at its end does not count.
    private mutating func hold(_ bytes: ArraySlice<UInt8>) {
        guard !isTooLong else { return }
        isTooLong = begun.count + bytes.count > limitBytes + 1
        if isTooLong { begun = [] } else { begun.append(contentsOf: bytes) }
    }

    private mutating func takeHeld() -> Line {
        defer { (begun, isTooLong) = ([], false) }
        guard !isTooLong else {
            number += 1
            return Line(number: number, bytes: nil)
        }
        return line(begun[...])
    }

    private mutating func line(_ bytes: ArraySlice<UInt8>) -> Line {
        number += 1
        var bytes = bytes
        if bytes.last == 0x0D { bytes = bytes.dropLast() }
        guard bytes.count <= limitBytes else { return Line(number: number, bytes: nil) }
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        return Line(number: number, bytes: bytes)
    }
}
