import Samples

/// What a detector keeps of what operators said.
struct FeedbackMemory: Sendable {
    /// What is not to be told.
    var rules = FeedbackRules()
    /// What they may speak of.
    var told = ToldAnomalies()
    /// By series: how many samples it had seen when one of them was last held back. Only of series that rules speak of.
    var lastHeld: [SeriesKey: UInt32] = [:]
}
