import Recordings
import Samples

/// The samples of one message that the source has sent, and the rows that they stand in, so that what was said of each finds its
/// place again.
struct RowBatch: Sendable {
    /// Which file, as an index into the options' files.
    var file: Int
    /// True behind the last row of a file; such a batch has no samples.
    var isFileEnd = false
    /// The series that the samples' indices point into, by the source's own numbers.
    var series: [UInt32] = []
    /// Their names, for those met here for the first time, by the source's own numbers.
    var newSeries: [SeriesKey] = []
    /// By sample.
    var samples = SampleBatch()
    /// True where the rows of the file name their series.
    var namesSeries = false
    /// Where the samples stand in the file, and how it wrote their times.
    var origins: SampleOrigins?
}
