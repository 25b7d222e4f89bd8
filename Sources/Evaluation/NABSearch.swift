/// The search for the one threshold over all files that scores best.
///
/// Sorts the rows once and lowers the threshold past one score after another, for all profiles at once: O(n log n).
enum NABSearch {
    /// For each profile the highest of the best thresholds; none where it is best never to fire.
    static func bestThresholds(_ files: [NABFile]) -> [NABProfile: Float] {
        var tally = NABTally.sum(of: files.map { $0.tally(atLeast: nil) })
        var earned = files.map { [Double](repeating: 0, count: $0.rows.windows) }
        let places = descending(files)
        var points = NABProfile.allCases.map { (profile: $0, best: tally.points($0)) }
        var thresholds: [NABProfile: Float] = [:]
        var next = 0
        while next < places.count {
            let score = places[next].score
            while next < places.count, places[next].score == score {
                let file = Int(places[next].file)
                if let row = files[file].rows.row(Int(places[next].row)) { tally.detect(row, earned: &earned[file]) }
                next += 1
            }
            for (number, entry) in points.enumerated() where tally.points(entry.profile) > entry.best {
                points[number].best = tally.points(entry.profile)
                thresholds[entry.profile] = score
            }
        }
        return thresholds
    }

    /// A row of a file. 12 bytes, for there is one for each row of a labelled history.
    private struct Place {
        let score: Float
        let file: UInt32
        let row: UInt32
    }

    /// All scored rows, the strangest first.
    private static func descending(_ files: [NABFile]) -> [Place] {
        var places: [Place] = []
        places.reserveCapacity(files.reduce(0) { $0 + max(0, $1.count - $1.rows.probation) })
        for (number, file) in files.enumerated() {
            for row in file.rows.probation..<max(file.rows.probation, file.count) {
                places.append(Place(score: file.score(row), file: UInt32(number), row: UInt32(row)))
            }
        }
        places.sort { $0.score > $1.score }
        return places
    }
}
