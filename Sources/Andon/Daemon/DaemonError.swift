/// What keeps a daemon from doing what was asked.
enum DaemonError: Error, CustomStringConvertible {
    case nothingToPrint
    case noPullDoor
    case noHistory(String)

    var description: String {
        switch self {
        case .nothingToPrint:
            "--print needs an exit to subscribe to: give exits.zeromq.publish a tcp:// or ipc:// endpoint that is bound"
        case .noPullDoor:
            "--watch-host needs a PULL door: give doors.zeromq.pull a tcp:// or ipc:// endpoint that is bound"
        case .noHistory(let failure):
            "warm.required is true, and not all of the history could be learned: \(failure)"
        }
    }
}
