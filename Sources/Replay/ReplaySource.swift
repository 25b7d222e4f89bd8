import Evaluation
import Messaging
import Recordings
import Samples
import ServiceLifecycle

/// Reads recordings and pushes what they hold into the door of the stages, as fast as these take it.
///
/// Files that overlap in time are read beside each other, always that whose next sample is the oldest; the rows of each stay in
/// their order.
actor ReplaySource: Service {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let files: [RecordingFile]
    private let context: MessagingContext
    private let place: Endpoint
    let clock: VirtualClock
    let progress: ReplayProgress
    /// `nil` where nobody asks for rows.
    let rows: RowQueue?
    let notice: @Sendable (ReplayNotice) -> Void
    /// Samples of a message at most.
    let batchCapacity: Int
    let limits: ReadingLimits

    var roster: FileRoster
    private let joinsNames: Bool
    /// By file; `nil` where it was not read to its end.
    private(set) var readings: [FileReading?]
    private(set) var failures: [(path: String, error: RecordingError)] = []
    var outgoing = OutgoingBatch()
    /// Of all samples so far, milliseconds since 1970 UTC.
    var newest = Int64.min
    /// Changes that come in at their time, the next one last.
    var timedChanges: [Change]
    /// Feedback that is to be said at its time, the next one last.
    var timedFeedback: [Feedback]
    /// Feedback that is to be said at the end.
    private let lastFeedback: [Feedback]
    /// Of the first samples of all series, milliseconds since 1970 UTC.
    var oldest = Int64.max
    /// Series that the collector knows.
    var toldSeries = 0
    private var bytesRead = 0

    /// Files that were not opened yet and when each begins, the last one first.
    private var unopened: [Turn] = []
    /// Files that are open, by turn, the next one last.
    private var open: [FileCursor] = []
    private var hasToldLimit = false

    /// - Parameters:
    ///   - place: where the stages take history.
    ///   - joinsNames: see ``FileRoster``.
    init(
        _ options: ReplayOptions, to place: Endpoint, in context: MessagingContext, joinsNames: Bool = false,
        clock: VirtualClock, rows: RowQueue?, progress: ReplayProgress,
        notice: @escaping @Sendable (ReplayNotice) -> Void
    ) throws(MessagingError) {
        executor = try ThreadExecutor(name: "source")
        files = options.files
        batchCapacity = options.batchCapacity
        limits = ReadingLimits(files: files.count, batchCapacity: batchCapacity)
        self.joinsNames = joinsNames
        roster = FileRoster(paths: files.map(\.relativePath), joinsNames: joinsNames)
        readings = files.map { _ in nil }
        timedChanges = options.changes.reversed()
        timedFeedback = options.feedback?.timed.reversed() ?? []
        lastFeedback = options.feedback?.atEnd ?? []
        self.context = context
        self.place = place
        self.clock = clock
        self.rows = rows
        self.progress = progress
        self.notice = notice
    }

    /// Pushes all files, then says that this was all.
    func run() async throws {
        var door = try HistoryDoor(at: place, in: context)
        defer { door.close() }
        findBeginnings()
        while !Task.isCancelled {
            openDue()
            guard let cursor = open.popLast() else { break }
            try read(cursor, to: &door)
        }
        try flush(to: &door)
        try sayTimed(before: .max, to: &door)
        for feedback in lastFeedback { try door.push(feedback) }
        try door.end()
    }

    /// Looks when each file begins. One file alone is not looked at.
    private func findBeginnings() {
        for file in files.indices where !Task.isCancelled {
            let first = files.count > 1 ? Recording.firstTime(of: files[file], chunkBytes: limits.chunkBytes) : nil
            unopened.append(Turn(time: first?.milliseconds ?? .min, file: file))
        }
        unopened.sort(by: >)
    }

    /// Opens the files whose time has come: those that are open have nothing left at or before their beginning.
    private func openDue() {
        while let next = unopened.last, !Task.isCancelled, (open.last?.turn.time ?? .max) > next.time || open.isEmpty {
            guard open.count < ReadingLimits.openFiles else {
                if !hasToldLimit { notice(.remark(Self.manyFiles)) }
                hasToldLimit = true
                return
            }
            unopened.removeLast()
            begin(next.file)
        }
    }

    private func begin(_ file: Int) {
        progress.begin(files[file].relativePath)
        roster.begin(file)
        do throws(RecordingError) {
            let cursor = try FileCursor(files[file], file, limits, keepsOrigins: rows != nil)
            advance(cursor)
            park(cursor)
        } catch {
            fail(file, error)
            end(file, nil)
        }
    }

    /// Takes what comes next of a file, as long as it is its turn.
    private func read(_ cursor: FileCursor, to door: inout HistoryDoor) throws(MessagingError) {
        var bound = open.last?.turn ?? .behind(.max)
        if let next = unopened.last, open.count + 1 < ReadingLimits.openFiles { bound = min(bound, .behind(next.time)) }
        while cursor.event != nil, cursor.turn < bound, !Task.isCancelled {
            if try carry(cursor, before: bound, to: &door) { advance(cursor) }
        }
        park(cursor)
    }

    private func advance(_ cursor: FileCursor) {
        let (samples, bytes) = (cursor.counts.samples, cursor.bytesRead)
        do throws(RecordingError) { try cursor.advance() } catch { fail(cursor.file, error) }
        bytesRead += cursor.bytesRead - bytes
        progress.note(samples: cursor.counts.samples - samples, done: bytesRead)
    }

    /// Puts a file back among those that are open, or ends it.
    private func park(_ cursor: FileCursor) {
        guard cursor.event != nil else { return end(cursor.file, cursor) }
        var (low, high) = (0, open.count)
        while low < high {
            let middle = (low + high) / 2
            if open[middle].turn > cursor.turn { low = middle + 1 } else { high = middle }
        }
        open.insert(cursor, at: low)
    }

    private func fail(_ file: Int, _ error: RecordingError) {
        failures.append((files[file].relativePath, error))
        notice(.failed(path: files[file].relativePath, error))
    }

    private func end(_ file: Int, _ cursor: FileCursor?) {
        roster.end(file)
        var reading = FileReading(path: files[file].relativePath)
        if let cursor { (reading.format, reading.counts) = (cursor.format, cursor.counts) }
        readings[file] = reading
        // That a file has no more is no silence of its series, while others go on; where names are joined, another may go on with it.
        if !joinsNames, !open.isEmpty || !unopened.isEmpty {
            for number in cursor?.numbers ?? [] where number >= 0 {
                outgoing.append(number, roster.keys, time: newest, value: StaleMarker.value)
            }
        }
        if let remark = cursor?.remark { notice(.remark("\(files[file].relativePath): \(remark)")) }
        notice(.finished(reading))
        guard rows != nil else { return }
        var end = RowBatch(file: file)
        end.isFileEnd = true
        end.namesSeries = cursor?.namesSeries ?? false
        outgoing.rows.append(end)
    }

    private static let manyFiles = """
        More than \(ReadingLimits.openFiles) files overlap in time; those beyond are read when others have ended, and are not \
        seen beside them.
        """
}
