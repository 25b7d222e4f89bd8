/// Notices messages that got lost on the way, by the numbers that publishers give theirs.
///
/// A jump forward means that so many messages were lost. A number at or below the last one means that the publisher
/// restarted, which loses nothing. Publishers are remembered up to a limit, those heard last.
public struct PublisherSequences: Sendable {
    /// Messages that are missing between two that arrived.
    public struct Gap: Equatable, Sendable {
        /// How many; at least 1.
        public var lost: Int
        /// The number of the last message before the gap.
        public var after: UInt64

        /// So many messages behind a number.
        public init(lost: Int, after: UInt64) {
            self.lost = lost
            self.after = after
        }
    }

    private struct Progress: Sendable {
        var last: UInt64
        var lost: Int
    }

    private var publishers: RecentlyUsed<Progress>
    /// Messages lost so far, of all publishers, those forgotten included.
    public private(set) var lost = 0
    /// How often a publisher started again.
    public private(set) var restarts = 0
    /// How many publishers were forgotten to make room.
    public var evictions: Int { publishers.evictions }

    /// Remembers nobody yet, and later at most `maximumPublishers`.
    public init(maximumPublishers: Int) {
        publishers = RecentlyUsed(limit: maximumPublishers)
    }

    /// Takes the number of a message that arrived; the gap before it, or `nil` where there is none.
    ///
    /// The number 0 says "not numbered" and is passed over.
    public mutating func observe(publisher: String, sequence: UInt64) -> Gap? {
        guard sequence > 0 else { return nil }
        let index = publishers.use(publisher, initial: Progress(last: sequence - 1, lost: 0))
        let last = publishers.values[index].last
        publishers.values[index].last = sequence
        guard sequence > last else {
            restarts += 1
            return nil
        }
        guard sequence - last > 1 else { return nil }
        // Held at the end of the range: the number comes from outside and may be anything.
        let gap = Gap(lost: Int(clamping: sequence - last - 1), after: last)
        publishers.values[index].lost = publishers.values[index].lost.addingClamped(gap.lost)
        lost = lost.addingClamped(gap.lost)
        return gap
    }

    /// Messages of one publisher lost so far; `nil` where it is not remembered.
    public func lost(of publisher: String) -> Int? {
        publishers.value(of: publisher)?.lost
    }
}

extension Int {
    fileprivate func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
