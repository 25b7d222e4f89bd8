import Detection
import Evaluation
import Recordings
import Reports
import Samples

/// Where judged rows go: files of scores, the scores of every row, charts. Several files may be open at the same time.
struct RowSinks {
    /// What is kept of a file as long as it is read.
    private struct OpenFile {
        var scores: ScoreFile?
        /// By the recording's own index of a series: how its name stands in a file of scores.
        var fields: [[UInt8]] = []
        /// Of the table of series that ``fields`` are for.
        var generation = 0
        /// Its charts.
        var charts: [Int] = []
    }

    private let files: [RecordingFile]
    private let scoresDirectory: String?
    /// By file: whether its rows are kept.
    private let keepsRows: [Bool]
    private var open: [Int: OpenFile] = [:]
    /// By file; nothing unless its rows are kept.
    private(set) var rows: [RowScores]
    private(set) var charts: ChartBook?
    /// By the source's number of a series: its newest chart, and of which file that is; `nil` before the first.
    private var chartOfSeries: [(file: Int, chart: Int)?] = []
    /// By the source's number of a series: its name.
    private var keys: [SeriesKey] = []

    init(_ options: ReplayOptions) {
        files = options.files
        scoresDirectory = options.scoresDirectory
        keepsRows = options.files.map { options.rowsOf.contains($0.relativePath) }
        rows = options.files.map { _ in RowScores() }
        charts = options.chartLimit > 0 ? ChartBook(limit: options.chartLimit) : nil
    }

    /// Takes the rows of a batch, a judged one for each.
    mutating func take(_ batch: RowBatch, _ judged: [JudgedRow]) throws(ReplayError) {
        for key in batch.newSeries {
            keys.append(key)
            chartOfSeries.append(nil)
        }
        if open[batch.file] == nil { open[batch.file] = try begin(batch) }
        if scoresDirectory != nil { try write(batch, judged) }
        if keepsRows[batch.file] { keep(batch, judged) }
        if charts != nil { draw(batch, judged) }
        guard batch.isFileEnd else { return }
        if batch.namesSeries { rows[batch.file].joinTimes() }
        try end(batch.file)
    }

    /// Writes what is left.
    mutating func finish() throws(ReplayError) {
        for file in open.keys.sorted() { try end(file) }
    }

    private func begin(_ batch: RowBatch) throws(ReplayError) -> OpenFile {
        guard let scoresDirectory else { return OpenFile() }
        let path = ScoreFile.path(in: scoresDirectory, for: files[batch.file])
        return OpenFile(scores: try ScoreFile(path: path, namesSeries: batch.namesSeries))
    }

    private mutating func end(_ file: Int) throws(ReplayError) {
        guard let ended = open.removeValue(forKey: file) else { return }
        for chart in ended.charts { charts?.close(chart) }
        try ended.scores?.flush()
    }

    private mutating func write(_ batch: RowBatch, _ judged: [JudgedRow]) throws(ReplayError) {
        nameSeries(of: batch)
        guard let file = open[batch.file], let scores = file.scores else { return }
        for (row, said) in zip(batch.rows, judged) {
            try scores.append(
                said, time: batch.recorded.origins?.timestamp(of: row) ?? [],
                series: file.fields[Int(batch.recorded.batch.seriesIndex[row])])
        }
    }

    /// Series stand in a file of scores as in its input, also where another file has one of the same name.
    private mutating func nameSeries(of batch: RowBatch) {
        let recorded = batch.recorded
        if open[batch.file]?.generation != recorded.generation { open[batch.file]?.fields = [] }
        open[batch.file]?.generation = recorded.generation
        let known = open[batch.file]?.fields.count ?? 0
        guard known < recorded.batch.series.count else { return }
        open[batch.file]?.fields += recorded.batch.series[known...].map { ScoreFile.field($0.description) }
    }

    /// Samples of one moment are one row where rows name their series, be they in one line or in several. Those that stand
    /// far from each other are joined at the end of the file.
    private mutating func keep(_ batch: RowBatch, _ judged: [JudgedRow]) {
        let file = batch.file
        for said in judged {
            let isOpened = said.outcome.contains(.opened)
            if batch.namesSeries, rows[file].times.last == said.time {
                rows[file].joinLast(score: said.score, decision: isOpened)
            } else {
                rows[file].append(time: said.time, score: said.score, decision: isOpened)
            }
        }
    }

    private mutating func draw(_ batch: RowBatch, _ judged: [JudgedRow]) {
        for (row, said) in zip(batch.rows, judged) where !said.value.isNaN {
            let isKnown = !said.expected.isNaN
            guard let chart = chart(of: batch.number(ofRow: row), in: batch.file) else { continue }
            if said.outcome.contains(.opened) { charts?.countAnomaly(of: chart) }
            let isRate = said.outcome.contains(.rate)
            if said.judged.isNaN, charts?.isOfRates(chart) == true { continue }
            charts?.add(
                chart, time: said.time, value: isRate ? Double(said.judged) : said.value, isRate: isRate,
                expected: isKnown ? Double(said.expected) : nil,
                lower: isKnown ? Double(said.lower) : nil, upper: isKnown ? Double(said.upper) : nil)
        }
    }

    private mutating func chart(of series: Int, in file: Int) -> Int? {
        if let newest = chartOfSeries[series], newest.file == file { return newest.chart }
        guard
            let chart = charts?.open(FileSeries(file: files[file].relativePath, series: keys[series].description))
        else { return nil }
        chartOfSeries[series] = (file, chart)
        open[file]?.charts.append(chart)
        return chart
    }
}
