import Samples

/// Where a reader puts what it finds: fills batches, keeps the series of the recording, counts, keeps the order.
struct EventCollector: Sendable {
    /// So many series one recording may have.
    static let seriesLimit = 1_000_000

    /// Whether the rows and the texts of the timestamps are wanted.
    let keepsOrigins: Bool
    private(set) var counts = RecordingCounts()

    private let file: String
    private let batchCapacity: Int
    private var series = SeriesTable(limit: Self.seriesLimit)
    private var lastTimes: [Int64] = []
    private var table = BatchTable()
    private var indices: [UInt32] = []
    private var times: [Int64] = []
    private var values: [Double] = []
    private var origins = SampleOrigins()
    private var events: [RecordingEvent] = []

    init(file: String, batchCapacity: Int, keepsOrigins: Bool = false) {
        precondition(batchCapacity >= 1, "A batch has room for at least one sample.")
        self.file = file
        self.batchCapacity = batchCapacity
        self.keepsOrigins = keepsOrigins
    }

    /// The number of a series in this recording, given now if it has none; `nil` when there are too many.
    mutating func number(of key: SeriesKey) -> Int? {
        guard let number = series.intern(key) else { return nil }
        if Int(number) == lastTimes.count {
            lastTimes.append(.min)
            table.addSeries()
        }
        return Int(number)
    }

    /// Why a text has no number, as a sentence.
    func whyNoSeries(_ text: UnsafeRawBufferPointer) -> String {
        series.count == Self.seriesLimit
            ? "The recording has more than \(Self.seriesLimit) series."
            : "\(Quotation.of(text)) is no name of a series."
    }

    /// Begins a row, of which samples follow.
    @inline(__always)
    mutating func begin(row: Int, timestamp: @autoclosure () -> UnsafeRawBufferPointer) {
        if keepsOrigins { origins.begin(row: row, timestamp: timestamp()) }
    }

    /// Adds a sample; a value that is not finite is counted as a gap.
    @inline(__always)
    mutating func append(_ number: Int, _ milliseconds: Int64, _ value: Double) {
        guard value.isFinite else { return addGap() }
        if !table.hasRoom(for: number) {
            endBatch()
            table.removeAll()
        }
        add(number, milliseconds, value)
        if values.count == batchCapacity { endBatch() }
    }

    /// Adds samples of one series.
    mutating func append(_ held: HeldSamples, of number: Int) {
        for index in 0..<held.values.count {
            if keepsOrigins { repeatOrigin(index, of: held) }
            append(number, held.times[index], held.values[index])
        }
    }

    /// Adds samples as a batch of their own, whatever its size.
    mutating func appendWhole(_ held: HeldSamples, of numbers: [Int], seriesCount: Int) {
        endBatch()
        if table.keys.count + seriesCount > BatchTable.limit { table.removeAll() }
        for index in 0..<held.values.count {
            guard held.values[index].isFinite else {
                addGap()
                continue
            }
            if keepsOrigins { repeatOrigin(index, of: held) }
            add(numbers[index], held.times[index], held.values[index])
        }
        endBatch()
    }

    /// Counts a place without a value.
    mutating func addGap() {
        counts.gaps += 1
    }

    /// Tells that something was not taken.
    mutating func bad(line: Int, _ sentence: String) {
        counts.badLines += 1
        tell(.bad(BadLine(file: file, line: line, sentence: sentence)))
    }

    /// Tells something that is no sample, behind the samples before it.
    mutating func tell(_ event: RecordingEvent) {
        endBatch()
        events.append(event)
    }

    /// Gives out the samples so far, be the batch full or not.
    mutating func endBatch() {
        guard !values.isEmpty else { return }
        let usual = values.count
        var batch = SampleBatch(series: table.keys)
        (batch.seriesIndex, indices) = (indices, [])
        (batch.times, times) = (times, [])
        (batch.values, values) = (values, [])
        counts.samples += usual
        events.append(
            .samples(
                RecordedSamples(
                    batch: batch, origins: keepsOrigins ? origins.take() : nil,
                    generation: table.generation)))
        indices.reserveCapacity(usual)
        times.reserveCapacity(usual)
        values.reserveCapacity(usual)
    }

    /// What was told and not yet taken.
    mutating func take() -> [RecordingEvent] {
        defer { events = [] }
        return events
    }

    @inline(__always)
    private mutating func add(_ number: Int, _ milliseconds: Int64, _ value: Double) {
        let last = lastTimes[number]
        if milliseconds <= last {
            if milliseconds == last { counts.duplicates += 1 } else { counts.stepsBack += 1 }
        }
        lastTimes[number] = milliseconds
        indices.append(table.place(of: number, in: series))
        times.append(milliseconds)
        values.append(value)
        if keepsOrigins { origins.append() }
    }

    private mutating func repeatOrigin(_ index: Int, of held: HeldSamples) {
        held.origins.withTimestamp(of: index) { text in
            origins.begin(row: held.origins.rows[index], timestamp: text)
        }
    }
}
