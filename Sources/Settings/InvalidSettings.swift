/// Settings that cannot be used: all that is wrong with them, not just the first thing. The user is to blame.
package struct InvalidSettings: Error, Equatable, Sendable {
    /// At least one, in the order of the files.
    package let problems: [SettingsProblem]

    /// Refuses settings for these reasons.
    package init(_ problems: [SettingsProblem]) {
        self.problems = problems
    }
}

extension InvalidSettings: CustomStringConvertible {
    /// One line a problem.
    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
