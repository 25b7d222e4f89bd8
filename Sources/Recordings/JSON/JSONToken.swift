/// The pieces of a JSON text that mean something by themselves.
enum JSONToken: Equatable, Sendable {
    case beginObject, endObject, beginArray, endArray
    /// The name of a member.
    case name
    /// What stands in quotes.
    case text
    /// What stands without quotes: a number, `true`, `false`, `null`.
    case bare
}
