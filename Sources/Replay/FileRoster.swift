import Evaluation
import Samples

/// The series of all files of a replay, numbered as they are met, and when each was seen in which file.
///
/// The same name in two files is one series where the second file goes on behind the end of the first, as with a file for each
/// day. Where it goes back in time, or the first has not ended, the two are different things with one name, and that of the
/// later file gets a label `file`.
struct FileRoster {
    private struct Stay {
        var series: Int
        var first: Int64
        var last: Int64
        var samples: Int
    }

    /// What is known of a series, by number.
    private struct Entry {
        /// The newest time seen.
        var newest = Int64.min
        /// The file that it was met in last.
        var file: Int
        /// Its place among the stays of that file; -1 where it has no sample there yet.
        var place = -1
    }

    /// By number.
    private(set) var keys: [SeriesKey] = []
    private var entries: [Entry] = []
    private var numbers: [SeriesKey: Int] = [:]
    private let paths: [String]
    /// By file, in the order in which its series were met.
    private var stays: [[Stay]]
    private var isEnded: [Bool]
    /// The files in the order in which they were begun.
    private var begun: [Int] = []

    /// - Parameter paths: Of all files.
    init(paths: [String]) {
        self.paths = paths
        stays = paths.map { _ in [] }
        isEnded = paths.map { _ in false }
    }

    /// Begins with a file.
    mutating func begin(_ file: Int) {
        begun.append(file)
    }

    /// Ends a file: series of others may go on behind it.
    mutating func end(_ file: Int) {
        isEnded[file] = true
    }

    /// The number of a series of a file.
    ///
    /// - Parameter time: of its first sample there, milliseconds since 1970 UTC.
    mutating func number(of key: SeriesKey, in file: Int, firstAt time: Int64) -> Int {
        let own = key.labelled("file", paths[file])
        // Once it is another series in this file it stays that.
        if let number = numbers[own], entries[number].file == file { return number }
        guard let number = numbers[key] else { return add(key, file) }
        let entry = entries[number]
        if entry.file == file { return number }
        guard isEnded[entry.file], entry.newest <= time else { return numbers[own] ?? add(own, file) }
        (entries[number].file, entries[number].place) = (file, -1)
        return number
    }

    /// Notes a sample of a series, of the file that it was numbered in last.
    mutating func note(_ number: Int, at time: Int64) {
        let file = entries[number].file
        entries[number].newest = max(entries[number].newest, time)
        let place = entries[number].place
        guard place >= 0 else {
            entries[number].place = stays[file].count
            stays[file].append(Stay(series: number, first: time, last: time, samples: 1))
            return
        }
        stays[file][place].first = min(stays[file][place].first, time)
        stays[file][place].last = max(stays[file][place].last, time)
        stays[file][place].samples += 1
    }

    /// What each file held, and the anomalies that opened in it.
    func histories(anomalies: [SeriesKey: [AnomalySpan]]) -> [FileHistory] {
        var left = anomalies
        var files = paths.map { FileHistory(path: $0, series: []) }
        // From the last file on: where two share a moment, an anomaly of it belongs to the later one, and only to that.
        for file in begun.reversed() {
            files[file].series = stays[file].map { history(of: $0, takingFrom: &left) }
        }
        return files
    }

    private func history(
        of stay: Stay, takingFrom left: inout [SeriesKey: [AnomalySpan]]
    ) -> SeriesHistory {
        let key = keys[stay.series]
        let span = EventTime(milliseconds: stay.first)...EventTime(milliseconds: stay.last)
        let own = left[key, default: []].filter { span.contains($0.opened) }
        left[key]?.removeAll { span.contains($0.opened) }
        return SeriesHistory(
            key: key, first: span.lowerBound, last: span.upperBound, samples: stay.samples, anomalies: own)
    }

    private mutating func add(_ key: SeriesKey, _ file: Int) -> Int {
        let number = keys.count
        keys.append(key)
        numbers[key] = number
        entries.append(Entry(file: file))
        return number
    }
}

extension SeriesKey {
    /// The same with one more label.
    fileprivate func labelled(_ name: String, _ value: String) -> SeriesKey {
        SeriesKey(
            self.name, Labels(labels.pairs.map { (name: $0.name, value: $0.value) } + [(name: name, value: value)]))
    }
}
