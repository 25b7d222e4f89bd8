import Recordings
import Samples

/// Rows of a file that stand one behind the other and whose samples are in one message of the source, so that what was said of
/// each finds its place again.
struct RowBatch: Sendable {
    /// Which file, as an index into the options' files.
    var file: Int
    /// Which message carries the samples, among all that the source sends, counted from 1.
    var message: UInt64 = 0
    /// True behind the last row of a file; such a batch has no rows.
    var isFileEnd = false
    /// True where the rows of the file name their series.
    var namesSeries = false
    /// The names of the series that are met here for the first time, by the source's own numbers.
    var newSeries: [SeriesKey] = []
    /// What was read of the file at once; the rows are among it.
    var recorded = RecordedSamples(batch: SampleBatch())
    /// By the recording's index of a series: the source's own number of it; -1 where it had no sample yet.
    var numbers: [Int] = []
    /// Which of ``recorded``. One whose value is NaN was not sent, but for stale markers.
    var rows: Range<Int> = 0..<0

    /// The source's number of the series of a row.
    func number(ofRow row: Int) -> Int { numbers[Int(recorded.batch.seriesIndex[row])] }
}
