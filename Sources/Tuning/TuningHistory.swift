package import Evaluation
package import Samples

/// The samples that a policy is searched on, file by file.
///
/// Series are told apart as a replay does: see ``Evaluation/FileRoster``.
package struct TuningHistory: Sendable {
    /// In the order in which they were begun.
    package private(set) var files: [TuningFile] = []
    /// How many samples there may be.
    package let limit: Int
    /// How many samples there are.
    package private(set) var count = 0
    /// Samples that were not taken because ``limit`` was reached.
    package private(set) var beyondLimit = 0
    /// Samples that were not taken because their value is infinite.
    package private(set) var notFinite = 0
    private var roster = FileRoster(paths: [])
    /// Of the newest file: where a series stands in it.
    private var places: [SeriesKey: UInt32] = [:]

    /// A history without files.
    ///
    /// - Parameter limit: how many samples are held; the default takes about one gigabyte.
    package init(limit: Int = 50_000_000) {
        precondition(limit >= 1, "A history holds at least one sample.")
        self.limit = limit
    }

    /// Begins a file; the samples that are appended from now on are its own.
    package mutating func begin(path: String, labels: FileLabels?) {
        files.append(TuningFile(path: path, labels: labels))
        roster.begin(path: path)
        places = [:]
    }

    /// Adds samples to the file that was begun last.
    package mutating func append(_ batch: SampleBatch) {
        guard let last = files.indices.last else { preconditionFailure("Samples belong to a file that was begun.") }
        var known = [UInt32?](repeating: nil, count: batch.series.count)
        for row in 0..<batch.count {
            // A place without a value is no sample.
            if batch.values[row].isNaN { continue }
            if !batch.values[row].isFinite {
                notFinite += 1
            } else if count == limit {
                beyondLimit += 1
            } else {
                let (index, time) = (Int(batch.seriesIndex[row]), batch.times[row])
                let place = known[index] ?? place(of: batch.series[index], in: last, firstAt: time)
                known[index] = place
                roster.note(files[last].series[Int(place)], at: time)
                files[last].append(place, time: time, value: batch.values[row])
                count += 1
            }
        }
    }

    private mutating func place(of key: SeriesKey, in file: Int, firstAt time: Int64) -> UInt32 {
        if let place = places[key] { return place }
        let place = files[file].add(roster.number(of: key, in: file, firstAt: time))
        places[key] = place
        return place
    }

    /// The files, those that share series together, in the order of the first file of each. Made anew each time.
    package var units: [TuningUnit] {
        let watched = roster.histories(anomalies: [:])
        var groups = FileGroups(count: files.count)
        var owners = [Int?](repeating: nil, count: roster.keys.count)
        for (number, file) in files.enumerated() {
            for series in file.series {
                if let owner = owners[series] { groups.join(owner, number) }
                owners[series] = number
            }
        }
        return groups.members.map { TuningUnit($0, of: files, watched: watched, keys: roster.keys) }
    }
}
