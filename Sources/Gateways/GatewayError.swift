/// Why another system did not give what it was asked for.
package enum GatewayError: Error, Equatable {
    /// Nobody answers there; the reason is half a sentence.
    case unreachable(url: String, reason: String)
    /// No answer came in time.
    case timedOut(url: String, seconds: Int)
    /// It wants to know who asks; the status is 401 or 403.
    case unauthorised(url: String, status: Int)
    /// It refused; the sentence is its own.
    case refused(url: String, status: Int, sentence: String)
    /// The answer has more bytes than are taken at once, or asks it for more than it loads at once.
    case tooLarge(url: String, sentence: String)
    /// The answer is none that can be read; a sentence.
    case unreadable(url: String, sentence: String)
    /// The file whose content tells who asks cannot be read; the reason is half a sentence.
    case credentials(path: String, reason: String)
    /// The task was cancelled.
    case cancelled

    /// Who can mend it.
    package enum Blame: Sendable {
        /// Whoever wrote the query.
        case user
        /// The machine, the network or the other system.
        case environment
    }

    /// True where the same call can succeed later without anybody's doing.
    package var isRetriable: Bool {
        switch self {
        case .unreachable, .timedOut: true
        case .refused(_, let status, _): status == 429 || status >= 500
        case .unauthorised, .tooLarge, .unreadable, .credentials, .cancelled: false
        }
    }

    /// Who can mend it.
    package var blame: Blame {
        switch self {
        case .refused(_, let status, _): status < 500 && status != 429 ? .user : .environment
        case .unauthorised, .credentials: .user
        case .unreachable, .timedOut, .tooLarge, .unreadable, .cancelled: .environment
        }
    }
}

extension GatewayError: CustomStringConvertible {
    /// A sentence with the place and the reason.
    package var description: String {
        switch self {
        case .unreachable(let url, let reason): "\(url) cannot be reached: \(reason)."
        case .timedOut(let url, let seconds): "\(url) did not answer within \(seconds) s."
        case .unauthorised(let url, let status):
            "\(url) wants to know who asks (status \(status)): name an authorization_file for it."
        case .refused(let url, let status, let sentence): "\(url) refused (status \(status)): \(sentence)"
        case .tooLarge(let url, let sentence): "\(url) answers with too much at once: \(sentence)"
        case .unreadable(let url, let sentence): "\(url) answers what cannot be read: \(sentence)"
        case .credentials(let path, let reason): "\(path) cannot be read for its credentials: \(reason)."
        case .cancelled: "The query was given up."
        }
    }
}
