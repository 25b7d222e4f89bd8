package import Samples

/// What a recording tells, in the order of the file.
package enum RecordingEvent: Equatable, Sendable {
    /// Samples that stand one behind the other.
    case samples(RecordedSamples)
    /// A change that was announced; only in Andon's own recordings.
    case change(Change)
    /// What an operator said, its members as texts; only in Andon's own recordings.
    case feedback(Labels)
    /// What follows belongs to a later step; only in Andon's own recordings.
    case stepClosed
    /// Something that was not taken.
    case bad(BadLine)
}
