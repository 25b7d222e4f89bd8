package import Samples

/// How far a search has come.
package struct TuningProgress: Equatable, Sendable {
    /// Of ``total``; never falls, and reaches it unless the search is called off.
    package var done: Int
    /// As many as there would be trials, if every search used up its budget and shared nothing with the others.
    package var total: Int
    /// The best policy so far of the search that sees everything.
    package var best: Policy
}
