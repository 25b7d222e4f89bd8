/// A policy of a ``PolicySpace``: a level on each of its axes.
struct PolicyPoint: Hashable, Sendable {
    var levels: [Int]
}
