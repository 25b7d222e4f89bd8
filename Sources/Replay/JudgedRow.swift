import Detection
import Samples

/// A sample of a file, and what was said of it.
struct JudgedRow {
    /// Milliseconds since 1970 UTC.
    var time: Int64
    /// In the unit of its series.
    var value: Double
    /// What was judged: its value, or of a counter its rate; NaN where nothing was.
    var judged = Float.nan
    /// NaN where it got no score, as the two others.
    var expected = Float.nan
    /// The lower end of the band.
    var lower = Float.nan
    /// The upper end of the band.
    var upper = Float.nan
    /// In 0 ... 1.
    var score: Float = 0
    /// Empty for a sample that the door refused.
    var outcome: SampleScores.Outcome = []
}
