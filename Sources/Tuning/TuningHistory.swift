package import Evaluation
package import Samples

/// The samples that a policy is searched on, file by file.
///
/// A file is replayed by a detector of its own. What was held back is held back by whole files, or, where there are
/// fewer than three, by whole series.
package struct TuningHistory: Sendable {
    /// In the order in which they were begun.
    package private(set) var units: [TuningUnit] = []
    /// How many samples there may be.
    package let limit: Int
    /// How many samples there are.
    package private(set) var count = 0
    /// Samples that were not taken because ``limit`` was reached.
    package private(set) var beyondLimit = 0
    /// Samples that were not taken because their value is not finite.
    package private(set) var notFinite = 0

    /// A history without files.
    ///
    /// - Parameter limit: how many samples are held; the default takes about one gigabyte.
    package init(limit: Int = 50_000_000) {
        precondition(limit >= 1, "A history holds at least one sample.")
        self.limit = limit
    }

    /// Begins a file; the samples that are appended from now on are its own.
    package mutating func begin(path: String, windows: [LabelWindow]?) {
        units.append(TuningUnit(path: path, windows: windows))
    }

    /// Adds samples to the file that was begun last.
    package mutating func append(_ batch: SampleBatch) {
        guard let last = units.indices.last else { preconditionFailure("Samples belong to a file that was begun.") }
        var numbers = [UInt32?](repeating: nil, count: batch.series.count)
        for row in 0..<batch.count {
            if !batch.values[row].isFinite {
                notFinite += 1
            } else if count == limit {
                beyondLimit += 1
            } else {
                let place = Int(batch.seriesIndex[row])
                let number = numbers[place] ?? units[last].number(of: batch.series[place])
                numbers[place] = number
                units[last].append(number, time: batch.times[row], value: batch.values[row])
                count += 1
            }
        }
    }
}
