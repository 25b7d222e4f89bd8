/// The search for the one threshold over all files that scores best.
///
/// Sorts the rows once and lowers the threshold past one score after another, for all profiles at once: O(n log n).
enum NABSearch {
    /// For each profile the highest of the best thresholds; none where it is best never to fire.
    static func bestThresholds(_ files: [NABRows]) -> [NABProfile: Float] {
        var tally = NABTally()
        var rows: [NABRows.Row] = []
        rows.reserveCapacity(files.reduce(0) { $0 + $1.rows.count })
        for file in files {
            let offset = tally.windows
            rows += file.rows.lazy.map { $0.renumbered(by: offset) }
            tally.add(file.tally(atLeast: nil))
        }
        rows.sort { $0.score > $1.score }
        var earned = [Double](repeating: 0, count: tally.windows)
        var points = NABProfile.allCases.map { (profile: $0, best: tally.points($0)) }
        var thresholds: [NABProfile: Float] = [:]
        var index = 0
        while index < rows.count {
            let score = rows[index].score
            while index < rows.count, rows[index].score == score {
                tally.detect(rows[index], earned: &earned)
                index += 1
            }
            for (number, entry) in points.enumerated() where tally.points(entry.profile) > entry.best {
                points[number].best = tally.points(entry.profile)
                thresholds[entry.profile] = score
            }
        }
        return thresholds
    }
}
