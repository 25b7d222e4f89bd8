/// What keeps a daemon from doing what was asked.
enum DaemonError: Error, CustomStringConvertible {
    case nothingToPrint
    case noPullDoor

    var description: String {
        switch self {
        case .nothingToPrint: "--print needs an exit: give exits.zeromq.publish an endpoint"
        case .noPullDoor: "--watch-host needs a PULL door: give doors.zeromq.pull an endpoint that is bound"
        }
    }
}
