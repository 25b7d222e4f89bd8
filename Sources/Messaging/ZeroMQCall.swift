import CZeroMQ
import Glibc

/// The ways in which libzmq's functions answer, each read in one place.
enum ZeroMQCall {
    /// Makes a call that may wait: true when it was done, false when its time ran out. A call that a signal interrupted
    /// is made again.
    static func waiting(
        _ operation: String, _ call: () -> Int32
    ) throws(MessagingError) -> Bool {
        while call() < 0 {
            let code = zmq_errno()
            switch code {
            case EINTR: continue
            case EAGAIN: return false
            default: throw .reported(code, during: operation)
            }
        }
        return true
    }

    /// Makes a call that is done at once or fails. The operation is only put into words on failure.
    static func immediate(
        _ operation: @autoclosure () -> String, _ call: () -> Int32
    ) throws(MessagingError) {
        while call() != 0 {
            let code = zmq_errno()
            guard code == EINTR else { throw .reported(code, during: operation()) }
        }
    }
}
