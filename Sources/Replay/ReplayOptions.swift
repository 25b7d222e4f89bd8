package import Recordings
package import Samples
package import Settings

/// What is replayed, by which settings, and what is wanted of it besides anomalies.
package struct ReplayOptions: Sendable {
    /// The inputs; those that overlap in time are replayed beside each other.
    package var files: [RecordingFile]
    /// How stages work; doors, exits and links do not matter.
    package var settings: AndonSettings
    /// Samples of one message at most; changes no decision.
    var batchCapacity = Recording.batchCapacity
    /// Threads that detect, whatever the settings say; changes no decision, hence not the version that anomalies carry.
    package var shards: Int
    /// The inputs, by relative path, of which to keep the score of every row: what NAB figures need. 13 bytes a row, of a
    /// file that names one series after the other 13 bytes a sample.
    package var rowsOf: Set<String> = []
    /// Where to write one file of scores for each input, or `nil`.
    package var scoresDirectory: String?
    /// A file for every message about an anomaly, as the bus would have carried it, one a line; or `nil`.
    package var anomaliesPath: String?
    /// Series that charts are drawn of at most; 0 for none.
    package var chartLimit = 0

    /// Changes that come in at their own times, by time, besides those that recordings hold.
    package var changes: [Change] = []
    /// Feedback to try, or `nil`.
    package var feedback: FeedbackTrial?

    /// Nothing but anomalies.
    package init(files: [RecordingFile], settings: AndonSettings) {
        self.files = files
        self.settings = settings
        shards = settings.stages.shards
    }

    /// True where something is wanted that needs every sample.
    var tellsScores: Bool { !rowsOf.isEmpty || scoresDirectory != nil || chartLimit > 0 }
}
