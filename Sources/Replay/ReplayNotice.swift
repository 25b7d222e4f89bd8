package import Recordings

/// Something that happens while a replay goes on and that whoever watches may want to know at once.
package enum ReplayNotice: Sendable {
    /// A line was not taken.
    case badLine(BadLine)
    /// A file could not be read, or not to its end; what came before counts, and the next file is gone on with.
    case failed(path: String, RecordingError)
    /// Something about the inputs that whoever reads the result should know, as a sentence.
    case remark(String)
    /// A file was read.
    case finished(FileReading)
}
