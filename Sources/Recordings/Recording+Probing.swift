package import Samples

extension Recording {
    /// When the first sample of a file was taken, for which no more of it is read than that takes; `nil` where it has none, cannot
    /// be read so far, or is no regular file: what comes through a pipe can be looked at only once.
    ///
    /// - Parameter chunkBytes: As in ``init(_:format:batchCapacity:chunkBytes:keepsOrigins:isPrompt:)``.
    package static func firstTime(of file: RecordingFile, chunkBytes: Int) -> EventTime? {
        guard file.totalBytes != nil else { return nil }
        do throws(RecordingError) {
            var recording = try Recording(file, batchCapacity: 1, chunkBytes: chunkBytes)
            while let events = try recording.next() {
                for case .samples(let recorded) in events {
                    return EventTime(milliseconds: recorded.batch.times[0])
                }
            }
        } catch {
            // Whoever reads the file to its end meets the same and tells it.
            return nil
        }
        return nil
    }
}
