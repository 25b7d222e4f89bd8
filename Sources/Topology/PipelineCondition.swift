/// How a pipeline is at one moment.
package enum PipelineCondition: Equatable, Sendable {
    /// The doors have not been asked for the first time.
    case starting
    /// History is taken; the doors have not been asked for the first time.
    case warming
    /// Samples are taken.
    case running
    /// The doors have not been asked for so long: a later stage takes no more.
    case stuck(seconds: Double)
    /// The doors are closed and what was taken comes through.
    case stopping

    /// A pipeline that does not ask its doors for so many seconds is stuck.
    package static let longestTurn = 5.0

    /// - Parameter secondsSinceTurn: since the doors were last asked; `nil` before the first time.
    init(isStopping: Bool, isWarming: Bool = false, secondsSinceTurn: Double?) {
        if isStopping {
            self = .stopping
        } else if let seconds = secondsSinceTurn {
            self = seconds > Self.longestTurn ? .stuck(seconds: seconds) : isWarming ? .warming : .running
        } else {
            self = .starting
        }
    }
}
