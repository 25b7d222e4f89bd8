import Evaluation
import Messaging
import Recordings
import Replay
import Tuning

/// Reads files into memory, on a thread of its own: reading waits.
actor HistoryReader {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init() throws(MessagingError) {
        executor = try ThreadExecutor(name: "history")
    }

    /// The samples of all files, each with its windows.
    func read(_ files: [RecordingFile], labels: LabelFile?) throws(RecordingError) -> TuningHistory {
        var history = TuningHistory()
        let told = BadLineTeller(shown: 10)
        for file in files {
            history.begin(path: file.relativePath, windows: labels?.windows(of: file.relativePath))
            var recording = try Recording(file)
            while !Task.isCancelled, let events = try recording.next() {
                for event in events {
                    switch event {
                    case .samples(let recorded): history.append(recorded.batch)
                    case .bad(let line): told.tell(line)
                    case .change, .stepClosed: break
                    }
                }
            }
            if let remark = recording.remark { Standard.error("andon: \(file.relativePath): \(remark)") }
        }
        if history.beyondLimit > 0 {
            Standard.error("andon: \(history.beyondLimit) samples beyond \(history.limit) do not fit and were left out")
        }
        return history
    }
}
