import Detection
import Evaluation
import Recordings
import Reports
import Samples

/// Where judged rows go: files of scores, the scores of every row, charts.
struct RowSinks {
    private let files: [RecordingFile]
    private let scoresDirectory: String?
    private let rowsOf: Set<String>
    private var file = -1
    private var scoreFile: ScoreFile?
    /// By file; nothing unless its rows are kept.
    private(set) var rows: [RowScores]
    private(set) var charts: ChartBook?
    /// By the source's number of a series: that of its chart in the file; `nil` where it was not met there yet.
    private var chartNumbers: [Int?] = []
    /// By the source's number of a series: its name, and how it stands in a file of scores.
    private var keys: [SeriesKey] = []
    private var fields: [[UInt8]] = []

    init(_ options: ReplayOptions) {
        files = options.files
        scoresDirectory = options.scoresDirectory
        rowsOf = options.rowsOf
        rows = options.files.map { _ in RowScores() }
        charts = options.chartLimit > 0 ? ChartBook(limit: options.chartLimit) : nil
    }

    /// Takes the rows of one message, a judged one for each sample.
    mutating func take(_ batch: RowBatch, _ judged: [JudgedRow]) throws(ReplayError) {
        for key in batch.newSeries {
            keys.append(key)
            chartNumbers.append(nil)
            fields.append(scoresDirectory == nil ? [] : ScoreFile.field(key.description))
        }
        if batch.file != file { try begin(batch) }
        if scoreFile != nil { try write(batch, judged) }
        if rowsOf.contains(files[batch.file].relativePath) { keep(batch, judged) }
        if charts != nil { draw(batch, judged) }
        guard batch.isFileEnd else { return }
        if batch.namesSeries { rows[file].joinTimes() }
        try finish()
    }

    /// Writes what is left.
    mutating func finish() throws(ReplayError) {
        try scoreFile?.close()
        scoreFile = nil
    }

    private mutating func begin(_ batch: RowBatch) throws(ReplayError) {
        try finish()
        for series in chartNumbers.indices {
            if let number = chartNumbers[series] { charts?.close(number) }
            chartNumbers[series] = nil
        }
        file = batch.file
        guard let scoresDirectory else { return }
        let path = ScoreFile.path(in: scoresDirectory, for: files[file].relativePath)
        scoreFile = try ScoreFile(path: path, namesSeries: batch.namesSeries)
    }

    private func write(_ batch: RowBatch, _ judged: [JudgedRow]) throws(ReplayError) {
        for row in judged.indices {
            let series = Int(batch.series[Int(batch.samples.seriesIndex[row])])
            try scoreFile?.append(judged[row], time: batch.origins?.timestamp(of: row) ?? [], series: fields[series])
        }
    }

    /// Samples of one moment are one row where rows name their series, be they in one line or in several. Those that stand
    /// far from each other are joined at the end of the file.
    private mutating func keep(_ batch: RowBatch, _ judged: [JudgedRow]) {
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
        for row in judged.indices {
            let said = judged[row]
            let isKnown = !said.expected.isNaN
            guard let number = chart(of: Int(batch.series[Int(batch.samples.seriesIndex[row])])) else { continue }
            if said.outcome.contains(.opened) { charts?.countAnomaly(of: number) }
            charts?.add(
                number, time: said.time, value: said.value, expected: isKnown ? Double(said.expected) : nil,
                lower: isKnown ? Double(said.lower) : nil, upper: isKnown ? Double(said.upper) : nil)
        }
    }

    private mutating func chart(of series: Int) -> Int? {
        if let number = chartNumbers[series] { return number }
        let number = charts?.open(FileSeries(file: files[file].relativePath, series: keys[series].description))
        chartNumbers[series] = number
        return number
    }
}
