/// Why input was not taken. A closed set: it labels counters.
public enum RefusalReason: String, CaseIterable, Sendable {
    /// The bytes are not what their header says: not protobuf, not JSON, not the documented shape.
    case malformed
    /// The message ends before it is complete, or its columns differ in length.
    case truncated
    /// The message is larger than the configured limit.
    case oversized
    /// A value is NaN or infinite.
    case nonFinite = "non_finite"
    /// No sample: its publisher says that the series ends, and that is followed.
    case stale
    /// The time lies further ahead of this machine's clock than is allowed.
    case farFuture = "far_future"
    /// The time lies further back than is allowed.
    case tooOld = "too_old"
    /// The sample is older than one of the same series that was already scored.
    case outOfOrder = "out_of_order"
    /// The sample would have made a new series beyond the configured number.
    case seriesLimit = "series_limit"
    /// A sample refers to a series that its publisher has not defined.
    case unknownSeries = "unknown_series"
    /// The message's topic is none that this door knows.
    case unknownTopic = "unknown_topic"
    /// The message's content type or schema version is none that this version reads.
    case unknownFormat = "unknown_format"
}
