/// A file of samples that cannot be written.
struct RecordingFailure: Error, CustomStringConvertible {
    let path: String
    /// What the system says.
    let why: String

    var description: String { "\(path) cannot be written: \(why)" }
}
