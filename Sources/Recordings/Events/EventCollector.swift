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
    /// By number of the series.
    private var paces: [SeriesPace] = []
    private var table = BatchTable()
    private var indices: [UInt32] = []
    private var times: [Int64] = []
    private var values: [Double] = []
    private var origins = SampleOrigins()
    /// Samples without a value in the batch that is being filled, stale markers among them.
    private var places = 0
    /// The line that is being read.
    private var line = 0
    /// Of the held samples that are being added: which of their lines comes next.
    private var nextLine = 0
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
        if Int(number) == paces.count {
            paces.append(SeriesPace())
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
        line = row
        if keepsOrigins { origins.begin(row: row, timestamp: timestamp()) }
    }

    /// Adds a sample or a stale marker; one whose value is not finite otherwise is none, is counted, and its place kept.
    @inline(__always)
    mutating func append(_ number: Int, _ milliseconds: Int64, _ value: Double) {
        guard value.isFinite || StaleMarker.isMarker(value) else {
            counts.note(.empty, line: line)
            return keepPlace(number, milliseconds)
        }
        makeRoom(for: number)
        add(number, milliseconds, value)
        if values.count == batchCapacity { endBatch() }
    }

    /// Adds a sample whose value is NaN, where rows are to be repeated; else nothing.
    mutating func keepPlace(_ number: Int, _ milliseconds: Int64) {
        guard keepsOrigins else { return }
        makeRoom(for: number)
        addPlace(number, milliseconds)
        if values.count == batchCapacity { endBatch() }
    }

    /// Adds samples of one series.
    mutating func append(_ held: HeldSamples, of number: Int) {
        nextLine = 0
        for index in 0..<held.values.count {
            begin(index, of: held)
            append(number, held.times[index], held.values[index])
        }
    }

    /// Adds samples as a batch of their own, whatever its size.
    mutating func appendWhole(_ held: HeldSamples, of numbers: [Int], seriesCount: Int) {
        endBatch()
        nextLine = 0
        if table.keys.count + seriesCount > BatchTable.limit { table.removeAll() }
        for index in 0..<held.values.count {
            begin(index, of: held)
            if held.values[index].isFinite || StaleMarker.isMarker(held.values[index]) {
                add(numbers[index], held.times[index], held.values[index])
            } else {
                counts.note(.empty, line: line)
                if keepsOrigins { addPlace(numbers[index], held.times[index]) }
            }
        }
        endBatch()
    }

    /// Tells that something was not taken.
    mutating func bad(line: Int, _ sentence: String) {
        counts.note(.badLine, line: line)
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
        counts.samples += usual - places
        places = 0
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
    private mutating func makeRoom(for number: Int) {
        guard !table.hasRoom(for: number) else { return }
        endBatch()
        table.removeAll()
    }

    @inline(__always)
    private mutating func add(_ number: Int, _ milliseconds: Int64, _ value: Double) {
        guard value.isFinite else {
            counts.note(.stale, line: line)
            put(number, milliseconds, value)
            return places += 1
        }
        if let oddity = paces[number].oddity(of: milliseconds) { counts.note(oddity, line: line) }
        put(number, milliseconds, value)
    }

    private mutating func addPlace(_ number: Int, _ milliseconds: Int64) {
        put(number, milliseconds, .nan)
        places += 1
    }

    @inline(__always)
    private mutating func put(_ number: Int, _ milliseconds: Int64, _ value: Double) {
        indices.append(table.place(of: number, in: series))
        times.append(milliseconds)
        values.append(value)
        if keepsOrigins { origins.append() }
    }

    private mutating func begin(_ index: Int, of held: HeldSamples) {
        if nextLine < held.lines.count, held.lines[nextLine].first == index {
            line = held.lines[nextLine].line
            nextLine += 1
        }
        guard keepsOrigins else { return }
        held.origins.withTimestamp(of: index) { text in
            origins.begin(row: held.origins.rows[index], timestamp: text)
        }
    }
}
