import Evaluation
import Messaging
import Recordings
import Replay
import Samples
import Tuning

/// Reads files into memory, on a thread of its own: reading waits.
actor HistoryReader {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Read of each file to see when it begins, or a little more.
    private static let probeBytes = 1 << 16

    init() throws(MessagingError) {
        executor = try ThreadExecutor(name: "history")
    }

    /// The samples of all files, each with what labels say of it, and how many files could not be read to their end.
    ///
    /// Of such a file what came before counts. When the task is cancelled it returns what it has.
    func read(
        _ files: [RecordingFile], labels: LabelFile?, progress: TuneProgress
    ) -> (history: TuningHistory, failures: Int) {
        var history = TuningHistory()
        var failures = 0
        var bytesBefore = 0
        let told = BadLineTeller()
        for file in Self.inOrderOfTime(files) where !Task.isCancelled {
            history.begin(path: file.relativePath, labels: labels?.labels(of: file))
            do throws(RecordingError) {
                var recording = try Recording(file)
                while !Task.isCancelled, let events = try recording.next() {
                    Self.take(events, into: &history, told)
                    progress.read(
                        file.relativePath, bytes: bytesBefore + recording.bytesRead, samples: history.count)
                }
                if let remark = recording.remark { Standard.error("andon: \(file.relativePath): \(remark)") }
            } catch {
                Standard.error("andon: \(error)")
                failures += 1
            }
            bytesBefore += file.totalBytes ?? 0
        }
        Self.account(history)
        return (history, failures)
    }

    /// The one that begins first before the others, as a replay reads them: a series goes on in a later file only.
    private static func inOrderOfTime(_ files: [RecordingFile]) -> [RecordingFile] {
        guard files.count > 1 else { return files }
        let begun = files.map { Recording.firstTime(of: $0, chunkBytes: probeBytes)?.milliseconds ?? .min }
        return files.indices.sorted { (begun[$0], $0) < (begun[$1], $1) }.map { files[$0] }
    }

    private static func take(_ events: [RecordingEvent], into history: inout TuningHistory, _ told: BadLineTeller) {
        for event in events {
            switch event {
            case .samples(let recorded): history.append(recorded.batch)
            case .bad(let line): told.tell(line)
            case .change, .feedback, .stepClosed: break
            }
        }
    }

    /// What of it is not searched on.
    private static func account(_ history: TuningHistory) {
        if history.notFinite > 0 {
            Standard.error("andon: \(history.notFinite) samples whose value is infinite were left out")
        }
        if history.beyondLimit > 0 {
            Standard.error("andon: \(history.beyondLimit) samples beyond \(history.limit) do not fit and were left out")
        }
    }
}
