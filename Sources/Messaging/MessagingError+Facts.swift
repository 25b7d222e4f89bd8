import CZeroMQ
import Glibc

extension MessagingError {
    /// True when the same call may succeed later without anybody changing a setting.
    public var isRetriable: Bool {
        switch self {
        case .invalidEndpoint, .terminated: false
        case .addressInUse, .unreachable: true
        case .failed(_, let code, _): [EAGAIN, EINTR, EMFILE, ENFILE, ENOBUFS, ENOMEM, ENETDOWN].contains(code)
        }
    }

    /// Who can mend it.
    public var blame: Blame {
        switch self {
        case .invalidEndpoint: .user
        case .addressInUse, .terminated, .unreachable: .environment
        case .failed(_, let code, _):
            switch code {
            case EADDRNOTAVAIL, ENODEV, EACCES, ENOENT, ENOTDIR: .user
            case EINVAL, ENOTSOCK, ENOTSUP, EPROTONOSUPPORT, EFAULT, EBADF, ZeroMQCode.wrongState: .us
            default: .environment
            }
        }
    }

    /// Names what libzmq or the system reported by number.
    static func reported(_ code: Int32, during operation: String) -> MessagingError {
        switch code {
        case ZeroMQCode.terminated: .terminated(operation: operation)
        case EHOSTUNREACH: .unreachable(operation: operation)
        default: .failed(operation: operation, code: code, text: String(cString: zmq_strerror(code)))
        }
    }
}

/// libzmq's own error numbers, which its header builds from a macro that Swift does not see.
private enum ZeroMQCode {
    /// `EFSM`: the socket's protocol does not allow this call now.
    static let wrongState: Int32 = 156_384_712 + 51
    /// `ETERM`: the context was shut down.
    static let terminated: Int32 = 156_384_712 + 53
}
