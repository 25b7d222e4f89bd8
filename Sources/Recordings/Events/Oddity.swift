/// What may be odd about a line of a recording; it is counted, and the rest goes on.
package enum Oddity: String, CaseIterable, Sendable {
    /// Something was not taken, and told.
    case badLine = "bad_lines"
    /// A value is missing: an empty cell, null, or a number that is not finite.
    case empty = "without_value"
    /// A stale marker: the series ends there. It is given, and is no sample.
    case stale = "stale_markers"
    /// A sample at the very time of the one before it in its series. It is given all the same.
    case duplicate = "duplicates"
    /// A sample earlier than the one before it in its series. It is given all the same.
    case stepBack = "steps_back"
    /// A step of a series that is at least half as long again as its usual one: samples are missing.
    case gap = "gaps"
    /// A step of a series that is more than a tenth off its usual one, and no gap.
    case irregular = "irregular_steps"
}
