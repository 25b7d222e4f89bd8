import LinearAlgebra
import Samples

/// All that moved, as seen from one time on one grid: what the anomalies of one moment have in common, made once for
/// however many of them there are.
struct Panorama: Sendable {
    /// The grid of time on which movements are compared.
    struct Moment: Hashable, Sendable {
        /// Milliseconds since 1970 UTC.
        let time: Int64
        /// Milliseconds, at least 1.
        let interval: Int64
    }

    /// In ascending order of the series' numbers.
    let candidates: [Candidate]
    /// The candidates' names, which order those of equal score.
    let names: [String]
    private let windows: StandardisedWindows
    private let totals: [MetricTotal]
    private let groups: [String: Int]

    /// What can be seen of the tracks, in windows of so many intervals.
    init(of tracks: [UInt32: Track], at moment: Moment, window: Int) {
        var (candidates, names, totals): ([Candidate], [String], [MetricTotal]) = ([], [], [])
        var (groups, metrics): ([String: Int], [String: Int]) = ([:], [:])
        var rows: [Float] = []
        for series in tracks.keys.sorted() {
            guard let track = tracks[series],
                let excursion = track.excursion(at: moment.time, interval: moment.interval)
            else { continue }
            let group = groups.place(of: track.group)
            let metric = metrics.place(of: track.key.name)
            let candidate = Candidate(series, track, excursion: excursion, group: group, metric: metric)
            if metric == totals.count { totals.append(MetricTotal()) }
            totals[metric].add(candidate)
            candidates.append(candidate)
            names.append(track.name)
            rows += track.row(at: moment, count: window)
        }
        (self.candidates, self.names, self.totals, self.groups) = (candidates, names, totals, groups)
        windows = StandardisedWindows(Matrix(rows: candidates.count, columns: window, elements: rows))
    }

    /// How many services there are, and series without one.
    var groupCount: Int { groups.count }

    /// The number of a service, `nil` where none of its series is a candidate.
    func group(ofService service: String?) -> Int? {
        service.flatMap { groups[Track.group(ofService: $0)] }
    }

    /// The place of a series among the candidates.
    func place(of series: UInt32) -> Int? {
        var (low, high) = (0, candidates.count)
        while low < high {
            let middle = (low + high) / 2
            if candidates[middle].series < series { low = middle + 1 } else { high = middle }
        }
        return low < candidates.count && candidates[low].series == series ? low : nil
    }

    /// How alike each candidate and one of them move, in -1 ... 1.
    func correlations(with place: Int) -> [Float] { windows.correlations(ofRow: place) }

    /// How alike each candidate and a window move, in -1 ... 1.
    func correlations(with window: [Float]) -> [Float] { windows.correlations(of: window) }

    /// By metric, of all candidates but one. Summed anew, since subtracting it could leave nothing but rounding.
    func totals(without place: Int?) -> [MetricTotal] {
        guard let place else { return totals }
        let metric = candidates[place].metric
        var rest = MetricTotal()
        for index in candidates.indices where candidates[index].metric == metric && index != place {
            rest.add(candidates[index])
        }
        var others = totals
        others[metric] = rest
        return others
    }
}

extension [String: Int] {
    /// The number of a text, the next free one where it is new.
    fileprivate mutating func place(of text: String) -> Int {
        if let known = self[text] { return known }
        self[text] = count
        return count - 1
    }
}
