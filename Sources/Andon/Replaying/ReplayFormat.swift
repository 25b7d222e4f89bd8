/// How `andon replay` prints.
enum ReplayFormat: String, CaseIterable, Sendable {
    /// Tables for people.
    case text
    /// One document for programs.
    case json
}
