/// The charts of a replay, for a bounded number of series: the loudest ones.
///
/// The rule: a series gets a chart as long as there is room, or the chart of a series that ended without an anomaly.
/// Later, a series without a chart that has more anomalies than the quietest one with a chart takes its place; its
/// chart then starts there, since what came before was not kept, and the page says so. Of equally quiet ones the
/// youngest goes.
///
/// - Cost: ``SeriesChart`` for each chart, about 31 MB with the usual 400; besides, 100 bytes and its names for each
///   series.
package struct ChartBook: Sendable {
    /// What is known of one series.
    struct Entry: Sendable {
        /// The series.
        let series: FileSeries
        /// How many anomalies opened.
        var anomalies = 0
        /// `nil` where there is no room for it.
        var chart: SeriesChart?
        /// True where the chart starts later than the series.
        var startsLate = false
        /// True where rates are drawn.
        var isOfRates = false
    }

    /// The highest number of charts.
    package let limit: Int
    private let buckets: Int
    private(set) var entries: [Entry] = []
    /// How many entries have a chart.
    private var charts = 0
    /// Series that ended without an anomaly and had a chart then.
    private var quiet: [Int] = []

    /// A book of at most `limit` charts, one or more, of `buckets` buckets each.
    package init(limit: Int = 400, buckets: Int = SeriesChart.usualBuckets) {
        precondition(limit >= 1, "A book has a chart or more.")
        self.limit = limit
        self.buckets = buckets
    }

    /// Adds a series.
    ///
    /// - Returns: Its number, for the other methods.
    package mutating func open(_ series: FileSeries) -> Int {
        entries.append(Entry(series: series))
        let number = entries.count - 1
        if charts < limit {
            entries[number].chart = SeriesChart(limit: buckets)
            charts += 1
        } else if let place = quietest(ofEnded: true) {
            pass(from: place, to: number)
        }
        return number
    }

    /// Takes a sample in where the series has a chart, or the rate of a counter. Rates and values are not drawn together: where the series
    /// turns out to be a counter, or none, its chart starts there. See ``SeriesChart/add(time:value:expected:lower:upper:)``.
    package mutating func add(
        _ number: Int, time: Int64, value: Double, isRate: Bool = false, expected: Double?, lower: Double?,
        upper: Double?
    ) {
        if entries[number].isOfRates != isRate {
            entries[number].isOfRates = isRate
            if entries[number].chart != nil { entries[number].chart = SeriesChart(limit: buckets) }
        }
        entries[number].chart?.add(time: time, value: value, expected: expected, lower: lower, upper: upper)
    }

    /// True where the rates of the series are drawn.
    package func isOfRates(_ number: Int) -> Bool { entries[number].isOfRates }

    /// Says that an anomaly of the series opened; do so before the sample is added.
    package mutating func countAnomaly(of number: Int) {
        entries[number].anomalies += 1
        guard entries[number].chart == nil, let place = quietest(ofEnded: false),
            entries[place].anomalies < entries[number].anomalies
        else { return }
        pass(from: place, to: number)
        entries[number].startsLate = true
    }

    /// Says that nothing more will come of the series: what it has may be given away when it was quiet.
    package mutating func close(_ number: Int) {
        if entries[number].anomalies == 0, entries[number].chart != nil { quiet.append(number) }
    }

    /// The series without a chart, those with the most anomalies first.
    package var leftOut: [FileSeries] {
        entries.filter { $0.chart == nil }.sorted { $0.anomalies > $1.anomalies }.map(\.series)
    }

    /// Which chart is to be given away; `nil` where none is.
    private mutating func quietest(ofEnded isEnded: Bool) -> Int? {
        while let number = quiet.popLast() {
            if entries[number].chart != nil, entries[number].anomalies == 0 { return number }
        }
        guard !isEnded else { return nil }
        var best: Int?
        for number in entries.indices where entries[number].chart != nil {
            if let held = best, entries[held].anomalies < entries[number].anomalies { continue }
            best = number
        }
        return best
    }

    private mutating func pass(from place: Int, to number: Int) {
        entries[place].chart = nil
        entries[number].chart = SeriesChart(limit: buckets)
    }
}
