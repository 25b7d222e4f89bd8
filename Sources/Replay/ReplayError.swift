/// Why a history could not be replayed.
package enum ReplayError: Error, Equatable {
    /// A file of scores could not be written; the reason is the system's.
    case write(path: String, reason: String)
    /// An output would replace an input, or another output; the sentence says which.
    case output(path: String, sentence: String)
    /// The inputs are to be read twice, and one of them can be read only once.
    case readOnce(path: String)
    /// A file of feedback could not be used; the sentence says why and where.
    case feedback(path: String, sentence: String)
    /// A file of changes could not be used; the sentence says why and where.
    case changes(path: String, sentence: String)
    /// A file of labels could not be used; the sentence says what is wrong and where.
    case labels(path: String, sentence: String)

    /// Who can mend it.
    package enum Blame: Sendable {
        /// Whoever gave the input.
        case user
        /// The machine.
        case environment
    }

    /// True where the same call can succeed later without anybody's doing.
    package var isRetriable: Bool { false }

    /// Who can mend it.
    package var blame: Blame {
        switch self {
        case .write: .environment
        case .changes, .feedback, .labels, .output, .readOnce: .user
        }
    }
}

extension ReplayError: CustomStringConvertible {
    /// A sentence.
    package var description: String {
        switch self {
        case .write(let path, let reason): "\(path) cannot be written: \(reason)."
        case .output(let path, let sentence): "\(path) is not written: \(sentence)"
        case .readOnce(let path):
            "\(path) is no regular file and can be read only once; --compare and --feedback read every input twice."
        case .feedback(let path, let sentence): "\(path) cannot be used as feedback: \(sentence)."
        case .changes(let path, let sentence): "\(path) cannot be used as changes: \(sentence)"
        case .labels(let path, let sentence): "\(path) cannot be used as labels: \(sentence)"
        }
    }
}
