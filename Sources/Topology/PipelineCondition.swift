/// How a pipeline is at one moment.
package enum PipelineCondition: Equatable, Sendable {
    /// The doors have not been asked for the first time.
    case starting
    /// Samples are taken.
    case running
    /// The doors have not been asked for so long: a later stage takes no more.
    case stuck(seconds: Double)
    /// The doors are closed and what was taken comes through.
    case stopping

    /// A pipeline that does not ask its doors for so many seconds is stuck.
    static let longestTurn = 5.0
}
