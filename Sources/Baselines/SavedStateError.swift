/// Why saved bytes are not taken as the state of a baseline; nothing is half-taken.
public enum SavedStateError: Error, Equatable, Sendable {
    /// Who can do something about it.
    public enum Blame: Sendable {
        /// Whoever wrote the settings.
        case user
        /// The disk, or whatever kept or carried the bytes.
        case environment
    }

    /// The bytes do not begin as a saved state does.
    case notASavedState
    /// Written by a version of the format that this program does not read.
    case unknownVersion(UInt32)
    /// A baseline that is not in the table.
    case unknownBaseline(String)
    /// The shape has no such baseline.
    case switchedOff(String)
    /// The state of another baseline.
    case otherBaseline(found: String, expected: String)
    /// A block of another size.
    case otherCapacity(found: Int, expected: Int)
    /// The baseline learned with other parameters.
    case otherShape(String)
    /// The bytes end too early, go on too long, or changed since they were written.
    case damaged

    /// Never: the same bytes will be refused again.
    public var isRetriable: Bool { false }

    /// The user where the settings no longer fit the state; else whatever kept the bytes.
    public var blame: Blame {
        switch self {
        case .switchedOff, .otherBaseline, .otherCapacity, .otherShape: .user
        case .notASavedState, .unknownVersion, .unknownBaseline, .damaged: .environment
        }
    }
}

extension SavedStateError: CustomStringConvertible {
    /// One sentence for a person.
    public var description: String {
        switch self {
        case .notASavedState: "These bytes are not the saved state of a baseline."
        case .unknownVersion(let version): "The saved state has format version \(version), which is not known here."
        case .unknownBaseline(let name): "The saved state belongs to the baseline '\(name)', which is not known here."
        case .switchedOff(let name): "The saved state belongs to '\(name)', which the model shape switches off."
        case .otherBaseline(let found, let expected):
            "The saved state belongs to the baseline '\(found)', not to '\(expected)'."
        case .otherCapacity(let found, let expected):
            "The saved state is a block of \(found) series, not of \(expected)."
        case .otherShape(let name): "The saved state of '\(name)' was learned with other parameters."
        case .damaged: "The saved state is damaged: it is not what was once written."
        }
    }
}
