/// Where in a file of JSON a token stands.
struct JSONPlace: Equatable, Sendable {
    /// Objects and arrays around what comes next: 1 behind the outermost `{`, 0 behind the outermost `}`.
    var depth: Int
    /// Counted from 1.
    var line: Int
}
