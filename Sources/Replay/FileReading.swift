package import Recordings

/// What was read of one file.
package struct FileReading: Equatable, Sendable {
    /// Relative to the input.
    package var path: String
    /// The form it was in; `nil` where nothing was recognised.
    package var format: RecordingFormat?
    /// What there was in it.
    package var counts = RecordingCounts()

    /// A file of which nothing was read yet.
    package init(path: String) {
        self.path = path
    }
}
