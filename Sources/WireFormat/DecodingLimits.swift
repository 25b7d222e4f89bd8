public import Samples

/// What is taken at the door, and how much is remembered of those who send.
public struct DecodingLimits: Equatable, Sendable {
    /// Larger frames are refused unread, in bytes; at least 1. A parsed JSON message takes up to ten times its size.
    public var maximumMessageBytes: Int
    /// Publishers whose definitions are remembered; beyond it the one silent longest is forgotten. At least 1.
    public var maximumPublishers: Int
    /// Series a publisher may define: its numbers lie below this. Four bytes each; at least 1.
    public var maximumSeriesPerPublisher: Int
    /// Length of a series' name and labels together, in bytes; at least 1.
    public var maximumSeriesBytes: Int
    /// How far ahead of its arrival a sample's time may lie.
    public var future: Duration
    /// How far behind its arrival a sample's time may lie.
    public var past: Duration

    /// The limits; each that is left out has its default: those of `DoorDefaults`, and 1,024 publishers of series with
    /// texts of 4 KiB.
    public init(
        maximumMessageBytes: Int = DoorDefaults.messageBytes, maximumPublishers: Int = 1024,
        maximumSeriesPerPublisher: Int = DoorDefaults.series, maximumSeriesBytes: Int = 4096,
        future: Duration = DoorDefaults.future, past: Duration = DoorDefaults.past
    ) {
        precondition(
            min(maximumMessageBytes, maximumPublishers, maximumSeriesPerPublisher, maximumSeriesBytes) >= 1,
            "Each limit is at least one.")
        precondition(future >= .zero && past >= .zero, "Time limits are lengths, not negative.")
        self.maximumMessageBytes = maximumMessageBytes
        self.maximumPublishers = maximumPublishers
        self.maximumSeriesPerPublisher = maximumSeriesPerPublisher
        self.maximumSeriesBytes = maximumSeriesBytes
        self.future = future
        self.past = past
    }
}
