/// What a recording had so far.
package struct RecordingCounts: Equatable, Sendable {
    /// Samples given.
    package var samples = 0
    /// Lines told as bad.
    package var badLines = 0
    /// Places where a value is missing: empty cells, null, and numbers that are not finite.
    package var gaps = 0
    /// Samples at the very time of the one before them in their series. They are given all the same.
    package var duplicates = 0
    /// Samples earlier than the one before them in their series. They are given all the same.
    package var stepsBack = 0

    /// Nothing yet.
    package init() {}

    /// Both together.
    package static func + (a: RecordingCounts, b: RecordingCounts) -> RecordingCounts {
        var sum = a
        sum.samples += b.samples
        sum.badLines += b.badLines
        sum.gaps += b.gaps
        sum.duplicates += b.duplicates
        sum.stepsBack += b.stepsBack
        return sum
    }
}
