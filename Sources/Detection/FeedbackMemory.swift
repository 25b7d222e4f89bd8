import Samples

/// What a detector keeps of what operators said.
struct FeedbackMemory: Sendable {
    /// What is not to be told.
    var rules = FeedbackRules()
    /// What they may speak of.
    var told = ToldAnomalies()
    /// Which of how many detectors this is, each with the series of its shard.
    var (shard, shards) = (0, 1)
    /// By series: how many samples it had seen when one of them was last held back. Only of series that rules speak of.
    var lastHeld: [SeriesKey: UInt32] = [:]
}
