package import Samples

/// The series of all files of a replay, numbered as they are met, and when each was seen in which file.
///
/// The same name in two files is one series where the second file goes on behind the end of the first, as with a file for each
/// day. Where it goes back in time, or the first has not ended, the two are different things with one name, and that of the
/// later file gets a label `file`.
package struct FileRoster: Sendable {
    private struct Stay {
        var series: Int
        var first: Int64
        var last: Int64
        var samples: Int
    }

    /// What is known of a series, by number.
    private struct Entry {
        /// The file that it was met in last.
        var file: Int
        /// Its place among the stays of that file; -1 where it has no sample there yet.
        var place = -1
    }

    /// By number.
    package private(set) var keys: [SeriesKey] = []
    private var entries: [Entry] = []
    private var numbers: [SeriesKey: Int] = [:]
    private var paths: [String]
    /// By file, in the order in which its series were met.
    private var stays: [[Stay]]
    private var isEnded: [Bool]
    /// By file: the newest time of any of its series.
    private var newestOfFile: [Int64]
    /// The files in the order in which they were begun.
    private var begun: [Int] = []
    private let joinsNames: Bool

    /// - Parameters:
    ///   - paths: Of all files.
    ///   - joinsNames: True where a name is one series in whatever file it stands.
    package init(paths: [String], joinsNames: Bool = false) {
        self.paths = paths
        self.joinsNames = joinsNames
        stays = paths.map { _ in [] }
        isEnded = paths.map { _ in false }
        newestOfFile = paths.map { _ in .min }
    }

    /// Begins with a file.
    package mutating func begin(_ file: Int) {
        begun.append(file)
    }

    /// Adds a file that comes behind all others, of which none goes on, and begins with it.
    package mutating func begin(path: String) {
        for file in isEnded.indices { isEnded[file] = true }
        paths.append(path)
        stays.append([])
        isEnded.append(false)
        newestOfFile.append(.min)
        begin(paths.count - 1)
    }

    /// Ends a file: series of others may go on behind it.
    package mutating func end(_ file: Int) {
        isEnded[file] = true
    }

    /// The number of a series of a file.
    ///
    /// - Parameter time: of its first sample there, milliseconds since 1970 UTC.
    package mutating func number(of key: SeriesKey, in file: Int, firstAt time: Int64) -> Int {
        let own = key.labelled("file", paths[file])
        // Once it is another series in this file it stays that.
        if let number = numbers[own], entries[number].file == file { return number }
        guard let number = numbers[key] else { return add(key, file) }
        let entry = entries[number]
        if entry.file == file { return number }
        guard joinsNames || isEnded[entry.file] && newestOfFile[entry.file] <= time else {
            return numbers[own] ?? add(own, file)
        }
        (entries[number].file, entries[number].place) = (file, -1)
        return number
    }

    /// Notes a sample of a series, of the file that it was numbered in last.
    package mutating func note(_ number: Int, at time: Int64) {
        let file = entries[number].file
        newestOfFile[file] = max(newestOfFile[file], time)
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
    package func histories(anomalies: [SeriesKey: [AnomalySpan]]) -> [FileHistory] {
        let files = zip(paths, stays).map { path, stays in
            FileHistory(
                path: path,
                series: stays.map { stay in
                    SeriesHistory(
                        key: keys[stay.series], first: EventTime(milliseconds: stay.first),
                        last: EventTime(milliseconds: stay.last), samples: stay.samples)
                })
        }
        return files.placing(anomalies, begun: begun)
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
