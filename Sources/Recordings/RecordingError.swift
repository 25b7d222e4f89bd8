import Glibc

/// Why a recording could not be read, or not to its end.
package enum RecordingError: Error, Equatable {
    /// The file could not be opened; the code is that of `errno`.
    case open(path: String, code: Int32)
    /// Reading failed; the code is that of `errno`.
    case read(path: String, code: Int32)
    /// What was packed cannot be unpacked further; a sentence without its full stop.
    case damaged(path: String, sentence: String)
    /// The file is readable, but no recording; the reason is half a sentence.
    case noRecording(path: String, why: String)
    /// Two inputs would have the same place in what is made of them.
    case samePlace(relativePath: String, first: String, second: String)

    /// Who can mend it.
    package enum Blame: Sendable {
        /// Whoever named the file.
        case user
        /// The machine.
        case environment
        /// The program.
        case us
    }

    /// True where the same call can succeed later without anybody's doing.
    package var isRetriable: Bool {
        code.map { [EMFILE, ENFILE, ENOMEM, EAGAIN].contains($0) } ?? false
    }

    /// Who can mend it.
    package var blame: Blame {
        switch code {
        case nil, ENOENT, EACCES, EISDIR, ENOTDIR, ELOOP, ENAMETOOLONG: .user
        case EBADF, EFAULT, EINVAL: .us
        default: .environment
        }
    }

    private var code: Int32? {
        switch self {
        case .open(_, let code), .read(_, let code): code
        case .damaged, .noRecording, .samePlace: nil
        }
    }
}

extension RecordingError: CustomStringConvertible {
    /// A sentence with the path and the reason.
    package var description: String {
        switch self {
        case .open(let path, let code): "\(path) cannot be opened: \(String(cString: strerror(code)))."
        case .read(let path, let code): "\(path) cannot be read on: \(String(cString: strerror(code)))."
        case .damaged(let path, let sentence): "\(path) cannot be read on: \(sentence)."
        case .noRecording(let path, let why): "\(path) is no recording: \(why)."
        case .samePlace(let relativePath, let first, let second):
            "\(first) and \(second) would both be \(relativePath) in what is written; name a folder around them."
        }
    }
}
