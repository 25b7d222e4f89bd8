import Detection
import Evaluation
package import Samples

/// Files of the history that share series, directly or through others: one detector judges them, one after the other,
/// as it would live.
package struct TuningUnit: Sendable {
    /// In the order of the history.
    package let files: [TuningFile]
    /// The series of all files, in the order in which they were met.
    package let series: [SeriesKey]
    /// By file, by place of a series in it: its number in ``series``.
    let numbers: [[UInt32]]
    /// When which series was watched in each file, and the labels; no anomalies.
    private let histories: [FileHistory]
    /// By file: what its rows are worth to the Numenta benchmark; `nil` without labels.
    private let rows: [NABRows?]

    /// - Parameters:
    ///   - files: which of all files, ascending.
    ///   - watched: by file: when which series was watched.
    ///   - keys: by the number of a series in the whole history.
    init(_ files: [Int], of all: [TuningFile], watched: [FileHistory], keys: [SeriesKey]) {
        self.files = files.map { all[$0] }
        histories = files.map { number in
            var history = watched[number]
            history.label(all[number].labels)
            return history
        }
        rows = zip(self.files, histories).map { file, history in
            history.windows.map { NABRows(windows: $0, times: file.times, from: history.evaluateFrom) }
        }
        var places: [Int: UInt32] = [:]
        var series: [SeriesKey] = []
        numbers = self.files.map { file in
            file.series.map { number in
                if let place = places[number] { return place }
                let place = UInt32(series.count)
                places[number] = place
                series.append(keys[number])
                return place
            }
        }
        self.series = series
    }

    /// How many samples there are.
    package var count: Int { files.reduce(0) { $0 + $1.count } }

    /// Labelled windows of all files.
    var windows: Int { histories.reduce(0) { $0 + ($1.windows?.count ?? 0) } }

    /// True where labels speak of one of the files.
    var isLabelled: Bool { files.contains { $0.labels != nil } }

    /// The files with the anomalies that opened in each.
    ///
    /// - Parameter anomalies: by number of the series.
    func histories(with anomalies: [[AnomalySpan]]) -> [FileHistory] {
        histories.placing(Dictionary(uniqueKeysWithValues: zip(series, anomalies)))
    }

    /// How long each series was watched, in days of 86,400 s.
    ///
    /// - Parameter onlyLabelled: files that labels do not speak of are left out.
    func days(onlyLabelled: Bool) -> [Double] {
        var days: [SeriesKey: Double] = [:]
        for file in histories where !onlyLabelled || file.windows != nil {
            for one in file.series { days[one.key, default: 0] += file.counts(of: one).days }
        }
        return series.map { days[$0] ?? 0 }
    }

    /// What the Numenta benchmark makes of the anomalies in the labelled files, each of which has one series.
    func tally(of placed: [FileHistory]) -> NABTally {
        NABTally.sum(
            of: files.indices.compactMap { file in
                let opened = placed[file].series.first?.anomalies.map(\.opened.milliseconds) ?? []
                return rows[file]?.tally(of: Self.places(of: opened, in: files[file].times))
            })
    }

    /// The row of each opening: the first with its time.
    private static func places(of openings: [Int64], in times: [Int64]) -> [Int] {
        var row = 0
        return openings.compactMap { opened in
            while row < times.count, times[row] != opened { row += 1 }
            return row < times.count ? row : nil
        }
    }
}
