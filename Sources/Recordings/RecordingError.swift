import Glibc

/// Why a recording could not be read on.
package enum RecordingError: Error, Equatable {
    /// The file could not be opened; the code is that of `errno`.
    case open(path: String, code: Int32)
    /// Reading failed; the code is that of `errno`.
    case read(path: String, code: Int32)

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
        [EMFILE, ENFILE, ENOMEM, EAGAIN].contains(code)
    }

    /// Who can mend it.
    package var blame: Blame {
        switch code {
        case ENOENT, EACCES, EISDIR, ENOTDIR, ELOOP, ENAMETOOLONG: .user
        case EBADF, EFAULT, EINVAL: .us
        default: .environment
        }
    }

    private var code: Int32 {
        switch self {
        case .open(_, let code), .read(_, let code): code
        }
    }
}

extension RecordingError: CustomStringConvertible {
    /// A sentence with the path and the system's reason.
    package var description: String {
        let reason = String(cString: strerror(code))
        return switch self {
        case .open(let path, _): "\(path) cannot be opened: \(reason)."
        case .read(let path, _): "\(path) cannot be read on: \(reason)."
        }
    }
}
