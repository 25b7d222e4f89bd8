import Samples

/// A chart of one series as an SVG: what was normal, what was measured, the anomalies and the labels.
///
/// It is as wide as the page lets it be. So everything along the time axis is placed in per cent, except for the lines:
/// they lie in an inner drawing that is one unit a bucket wide and is stretched. Colours come from the page's style
/// sheet, and the shapes that are used here from ``shapes``. What is said beside the axes stands outside of the box, to
/// the left.
struct ChartDrawing {
    /// Pixels above the lines, for the markers of anomalies.
    static let top = 14
    /// Pixels for the lines.
    static let plotHeight = 160
    /// Pixels in all, with the time axis.
    static let height = 194
    /// The most anomalies and the most windows that are drawn, the loudest first: a chart with more is unreadable. An
    /// anomaly takes 250 bytes, a window 150, and the lines of 1,200 buckets at most 41 kB.
    static let mostSpans = 60

    /// The series, as people call it.
    let name: String
    /// What is kept of it; at least one sample.
    let chart: SeriesChart
    /// Its anomalies.
    let anomalies: [ReplayReport.AnomalyRow]
    /// When something was wrong.
    let windows: [ClosedRange<EventTime>]
    /// Up and down.
    let values: ValueAxis
    /// Neighbours further apart than so many buckets are not joined.
    let widestStep: Int

    /// A drawing; `nil` without a sample.
    init?(
        of chart: SeriesChart, name: String, anomalies: [ReplayReport.AnomalyRow], windows: [ClosedRange<EventTime>]
    ) {
        guard chart.samples > 0 else { return nil }
        self.name = name
        self.chart = chart
        self.anomalies = anomalies
        self.windows = windows
        values = Self.values(of: chart)
        widestStep = chart.widestStep
    }

    /// The drawing. The `data-` attributes say what a place in it means, for whoever wants to read values from the
    /// lines.
    var svg: Markup {
        """
        <svg class="chart" width="100%" height="\(Self.height)" role="img" aria-label="\(summary)" \
        data-from="\(String(chart.start))" data-step="\(String(chart.bucketMilliseconds))" \
        data-low="\(String(values.low))" data-high="\(String(values.high))">\
        \(labels)\(valueMarks)\(timeMarks)\(spans)\(lines)\(markers)</svg>
        """
    }

    /// What the markers of anomalies and the hatching of labels look like; once a page.
    static let shapes: Markup = """
        <svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>\
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <path d="M0 0v7" class="hatch"/></pattern>\
        <path id="mark-info" d="M0-4.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z"/>\
        <path id="mark-warning" d="M0-5l5.5 9.5h-11z"/>\
        <path id="mark-critical" d="M0-5.8l5.8 5.8-5.8 5.8-5.8-5.8z"/></defs></svg>
        """

    private var summary: String {
        let first = Wording.instant(EventTime(milliseconds: Int64(exactly: chart.start.rounded()) ?? .min))
        let last = Wording.instant(EventTime(milliseconds: Int64(exactly: chart.end.rounded()) ?? .max))
        return "\(name.printable()), \(first) to \(last) UTC, "
            + Wording.count(anomalies.count, "anomaly", "anomalies")
    }

    /// From the smallest to the largest value with some air, and as much of the band and of what was expected as does
    /// not press the values flat: on each side four times their range, the usual width of the band, or their range
    /// itself, whichever is the one in the middle. A constant has the usual width of the band.
    private static func values(of chart: SeriesChart) -> ValueAxis {
        let filled = chart.buckets.filter(\.isFilled)
        let low = held(filled.map(\.low).min())
        let high = held(filled.map(\.high).max())
        let range = high - low
        let bands = filled.filter(\.hasBand)
        let widths = bands.map { held($0.upper) - held($0.lower) }.sorted()
        let width = widths.isEmpty ? 0 : widths[widths.count / 2]
        let room = range > 0 ? max(range, min(width, 4 * range)) : width
        let normal = filled.filter(\.hasExpected).map(\.expected)
        let lowest = held((bands.map(\.lower) + normal).min() ?? low)
        let highest = held((bands.map(\.upper) + normal).max() ?? high)
        let bottom = max(min(low, lowest), low - room)
        let top = min(max(high, highest), high + room)
        let air = (top - bottom) * 0.06
        // What is never negative has its axis start at zero, not below.
        return ValueAxis(low: bottom >= 0 ? max(0, bottom - air) : bottom - air, high: top + air)
    }

    private static func held(_ value: Double?) -> Double {
        min(max(value ?? 0, -ValueAxis.largest), ValueAxis.largest)
    }
}
