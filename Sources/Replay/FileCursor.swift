import Recordings
import Samples

/// One file of a replay while it is read: what comes next of it, and when that was.
///
/// Belongs to one actor, like the descriptor in it.
final class FileCursor {
    /// Which file, as an index into the options' files.
    let file: Int
    /// True where what was read at once is a message of its own: recordings of the bus are cut as they were, and of a pipe nobody
    /// knows when more comes.
    var isPrompt: Bool { recording.totalBytes == nil || recording.format == .andon }
    /// True where the file itself says when a step is closed.
    var tellsCloses: Bool { recording.format == .andon }
    /// By the recording's index of a series: its number in the roster; -1 where it had no sample yet.
    var numbers: [Int] = []
    /// Its samples in a row that were older than the newest of all files.
    var late = 0
    /// That was said.
    var hasToldLate = false

    /// What comes next; `nil` at the end.
    private(set) var event: RecordingEvent?
    /// The first of its rows that was not taken.
    private(set) var row = 0
    /// When it is the file's turn.
    private(set) var turn: Turn

    private var recording: Recording
    private var events: [RecordingEvent] = []
    private var nextEvent = 0
    /// Of the table of series that ``numbers`` are for.
    private var generation = 0

    /// Opens a file and reads up to its first event.
    init(_ recordingFile: RecordingFile, _ file: Int, _ limits: ReadingLimits, keepsOrigins: Bool)
        throws(RecordingError)
    {
        self.file = file
        turn = Turn(time: .min, file: file)
        recording = try Recording(
            recordingFile, batchCapacity: limits.batchCapacity, chunkBytes: limits.chunkBytes,
            keepsOrigins: keepsOrigins,
            isPrompt: recordingFile.totalBytes == nil)
    }

    /// What was read so far.
    var counts: RecordingCounts { recording.counts }
    var format: RecordingFormat? { recording.format }
    var namesSeries: Bool { recording.shape?.namesSeries ?? false }
    var bytesRead: Int { recording.bytesRead }
    var remark: String? { recording.remark }

    /// Goes on to the next event. There is none at the end, and where the task was cancelled meanwhile.
    func advance() throws(RecordingError) {
        event = nil
        while nextEvent == events.count {
            nextEvent = 0
            events = []
            guard !Task.isCancelled, let read = try recording.next() else { return }
            events = read
        }
        event = events[nextEvent]
        nextEvent += 1
        row = 0
        turn.time = .min
        guard case .samples(let recorded) = event else { return }
        let batch = recorded.batch
        if recorded.generation != generation { numbers = [] }
        generation = recorded.generation
        numbers += repeatElement(-1, count: batch.series.count - numbers.count)
        // Rows without a value decide nothing, hence not when it is whose turn.
        turn.time = batch.values.firstIndex { !$0.isNaN || StaleMarker.isMarker($0) }.map { batch.times[$0] } ?? .min
    }

    /// Notes that the rows before `row` were taken, and when the next of those with a value was.
    func take(upTo row: Int, next time: Int64) {
        self.row = row
        turn.time = time
    }
}
