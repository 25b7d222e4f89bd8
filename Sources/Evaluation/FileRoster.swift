package import Samples

/// The series of all files of a replay, numbered as they are met, and when each was seen in which file.
///
/// The same name in two files is one series where the second file goes on behind the first, as with a file for each day. Where it
/// goes back in time the two are different things with one name, and that of the later file gets a label `file`.
package struct FileRoster: Sendable {
    private struct Stay {
        var series: Int
        var first: Int64
        var last: Int64
        var samples: Int
    }

    /// By number.
    package private(set) var keys: [SeriesKey] = []
    private var numbers: [SeriesKey: Int] = [:]
    /// By number: the newest time seen.
    private var newest: [Int64] = []
    /// By file, in the order in which its series were met.
    private var stays: [[Stay]] = []
    /// By number: its place in the newest file's stays; -1 where it does not occur there.
    private var placeInFile: [Int] = []
    private var path = ""

    /// No file yet.
    package init() {}

    /// Begins with the next file.
    package mutating func begin(path: String) {
        self.path = path
        for stay in stays.last ?? [] { placeInFile[stay.series] = -1 }
        stays.append([])
    }

    /// The number of a series of the newest file.
    ///
    /// - Parameter time: of its first sample there, milliseconds since 1970 UTC.
    package mutating func number(of key: SeriesKey, firstAt time: Int64) -> Int {
        let own = key.labelled("file", path)
        // Once it is another series in this file it stays that.
        if let number = numbers[own], placeInFile[number] >= 0 { return number }
        guard let number = numbers[key] else { return add(key) }
        if placeInFile[number] >= 0 || newest[number] <= time { return number }
        return numbers[own] ?? add(own)
    }

    /// Notes a sample of the newest file.
    package mutating func note(_ number: Int, at time: Int64) {
        let file = stays.count - 1
        newest[number] = max(newest[number], time)
        let place = placeInFile[number]
        guard place >= 0 else {
            placeInFile[number] = stays[file].count
            stays[file].append(Stay(series: number, first: time, last: time, samples: 1))
            return
        }
        stays[file][place].first = min(stays[file][place].first, time)
        stays[file][place].last = max(stays[file][place].last, time)
        stays[file][place].samples += 1
    }

    /// What each file held, and the anomalies that opened in it.
    package func histories(paths: [String], anomalies: [SeriesKey: [AnomalySpan]]) -> [FileHistory] {
        zip(paths, stays).map { path, stays in
            FileHistory(
                path: path,
                series: stays.map { stay in
                    SeriesHistory(
                        key: keys[stay.series], first: EventTime(milliseconds: stay.first),
                        last: EventTime(milliseconds: stay.last), samples: stay.samples)
                })
        }.placing(anomalies)
    }

    private mutating func add(_ key: SeriesKey) -> Int {
        let number = keys.count
        keys.append(key)
        numbers[key] = number
        newest.append(.min)
        placeInFile.append(-1)
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
