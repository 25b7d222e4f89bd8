import Evaluation
import Messaging
import Recordings
import Samples
import ServiceLifecycle
import WireFormat

/// Reads recordings and pushes what they hold into the door of the stages, as fast as these take it.
actor ReplaySource: Service {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let files: [RecordingFile]
    private let context: MessagingContext
    let clock: VirtualClock
    let progress: ReplayProgress
    /// `nil` where nobody asks for rows.
    let rows: RowQueue?
    let notice: @Sendable (ReplayNotice) -> Void

    var roster = FileRoster()
    var readings: [FileReading] = []
    var failures: [(path: String, error: RecordingError)] = []
    var encoder = MetricEncoder(maximumSeries: 1 << 24)
    var sequence: UInt64 = 0
    /// By the file's own index of a series: its number in the roster; -1 where it did not occur yet.
    var numbers: [Int] = []
    /// Of the table that those indices are of.
    var generation = 0
    /// True where the rows of the file name their series.
    var namesSeries = false
    /// Series that the collector knows.
    var toldSeries = 0
    var bytesOfFilesBefore = 0

    init(
        _ files: [RecordingFile], in context: MessagingContext, clock: VirtualClock, rows: RowQueue?,
        progress: ReplayProgress, notice: @escaping @Sendable (ReplayNotice) -> Void
    ) throws(MessagingError) {
        executor = try ThreadExecutor(name: "source")
        self.files = files
        self.context = context
        self.clock = clock
        self.rows = rows
        self.progress = progress
        self.notice = notice
    }

    /// Pushes all files, then says that this was all.
    func run() async throws {
        var options = SocketOptions()
        options.sendHighWaterMark = 1
        // What was sent is still read behind the end of this socket.
        options.linger = .seconds(5)
        let socket = try Socket(.push, in: context, options: options)
        defer { socket.close() }
        try socket.connect(ReplayEndpoints.door())
        for (number, file) in files.enumerated() where !Task.isCancelled { try replay(file, number, to: socket) }
        try push(Message(Frame(TopicPrefix.sampleEnd), Frame("")), to: socket)
    }
}
