/// How `andon tail` prints.
enum TailFormat: String, CaseIterable, Sendable {
    /// A few lines an anomaly, for people.
    case text
    /// The body of each message as it came, one a line.
    case json
}
