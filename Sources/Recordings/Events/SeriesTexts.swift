import Samples

/// The numbers of series by the texts that name them, so that a text is read only once.
///
/// Files repeat themselves: the next text is nearly always the one before it, or the one that followed that one last
/// time. Both are looked at before anything is hashed.
struct SeriesTexts: Sendable {
    /// Beyond either everything is forgotten, since the texts need only be read again.
    private static let (entryLimit, byteLimit) = (1 << 20, 64 << 20)

    private struct Entry {
        var start: Int
        var count: Int
        var series: Int
        /// The entry that came next the last time.
        var follower: Int
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Open addressing with linear probing: places in ``entries``, or -1; a power of two, at most half full.
    private var slots = [Int](repeating: -1, count: 64)
    private var latest = -1

    /// The number of the series that the front of a line names, where it is one of the two likely ones.
    ///
    /// - Parameter isEnd: Whether a byte behind the text ends it.
    @inline(__always)
    mutating func predict(
        _ line: UnsafeRawBufferPointer, endedBy isEnd: (UInt8) -> Bool
    ) -> (series: Int, count: Int)? {
        guard latest >= 0 else { return nil }
        let entry = entries[latest]
        if isFront(entry, of: line, isEnd) { return (entry.series, entry.count) }
        let follower = entries[latest].follower
        guard isFront(entries[follower], of: line, isEnd) else { return nil }
        latest = follower
        return (entries[follower].series, entries[follower].count)
    }

    /// The number of the series that a text names; a text that was not met before is read by `key`.
    ///
    /// `nil` where it names none, or there are too many: ``EventCollector/whyNoSeries(_:)``.
    mutating func number(
        of text: UnsafeRawBufferPointer, in events: inout EventCollector, key: () -> SeriesKey?
    ) -> Int? {
        if latest >= 0 {
            if isText(entries[latest], text) { return entries[latest].series }
            let follower = entries[latest].follower
            if isText(entries[follower], text) { return arrive(at: follower) }
        }
        let slot = slot(of: text)
        if slots[slot] >= 0 { return arrive(at: slots[slot]) }
        guard let key = key(), let number = events.number(of: key) else { return nil }
        learn(text, number, in: slot)
        return number
    }

    private mutating func arrive(at entry: Int) -> Int {
        if latest >= 0 { entries[latest].follower = entry }
        latest = entry
        return entries[entry].series
    }

    private mutating func learn(_ text: UnsafeRawBufferPointer, _ number: Int, in slot: Int) {
        let place = entries.count
        entries.append(Entry(start: bytes.count, count: text.count, series: number, follower: place))
        bytes.append(contentsOf: text)
        slots[slot] = place
        _ = arrive(at: place)
        if entries.count >= Self.entryLimit || bytes.count >= Self.byteLimit { self = SeriesTexts() }
        if entries.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        slots = [Int](repeating: -1, count: slots.count * 2)
        for (place, entry) in entries.enumerated() {
            let free = bytes.withUnsafeBytes { slot(of: $0.slice(entry.start, entry.start + entry.count)) }
            slots[free] = place
        }
    }

    /// The slot where a text is, or would be put.
    private func slot(of text: UnsafeRawBufferPointer) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: text)
        let mask = slots.count - 1
        var slot = hasher.finalize() & mask
        while slots[slot] >= 0, !isText(entries[slots[slot]], text) { slot = (slot + 1) & mask }
        return slot
    }

    @inline(__always)
    private func isText(_ entry: Entry, _ text: UnsafeRawBufferPointer) -> Bool {
        guard entry.count == text.count else { return false }
        return bytes.withUnsafeBytes { $0.slice(entry.start, entry.start + entry.count).isSame(as: text) }
    }

    @inline(__always)
    private func isFront(_ entry: Entry, of line: UnsafeRawBufferPointer, _ isEnd: (UInt8) -> Bool) -> Bool {
        line.count > entry.count && isEnd(line[entry.count]) && isText(entry, line.slice(0, entry.count))
    }
}
