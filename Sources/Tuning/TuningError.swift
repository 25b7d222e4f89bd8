/// Why a policy cannot be searched on a history. All of them are for the user to mend.
package enum TuningError: Error, Equatable {
    /// No file has a sample.
    case noSamples
    /// Labels were asked for, and speak of no file with samples.
    case noLabels
    /// Labels speak of files, but have no window in any.
    case noWindows
    /// The benchmark counts rows, and this file has several series.
    case severalSeries(path: String)
    /// The bound of the objective is no number above 0.
    case unusableBound
}

extension TuningError: CustomStringConvertible {
    /// A sentence for people.
    package var description: String {
        switch self {
        case .noSamples: "The history has no samples."
        case .noLabels: "The labels speak of no file of the history; their paths are relative to the input."
        case .noWindows: "The labels have no window in any file of the history, so there is nothing to find."
        case .severalSeries(let path): "NAB scores need files of one series; \(path) has several. Use F1 instead."
        case .unusableBound: "The bound must be a number above 0."
        }
    }
}
