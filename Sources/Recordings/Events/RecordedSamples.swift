package import Samples

/// Samples of a recording, and where they stand in it.
package struct RecordedSamples: Equatable, Sendable {
    /// The samples. The table of series is that of the whole recording so far, not only of these samples: it is shared
    /// from batch to batch, only grows, and starts anew when it would exceed 65,536 series.
    package var batch: SampleBatch
    /// The rows and the texts of the timestamps; `nil` unless they were asked for.
    package var origins: SampleOrigins?

    /// How many tables of series there were before this one; the table of the batch before goes on where it is the same.
    package var generation: Int

    /// Samples with their origins.
    package init(batch: SampleBatch, origins: SampleOrigins? = nil, generation: Int = 0) {
        self.batch = batch
        self.origins = origins
        self.generation = generation
    }

    /// The same samples with a table of only those series that occur, in the order in which they do: for a message that
    /// travels alone.
    package func compacted() -> SampleBatch {
        var places = [UInt32](repeating: .max, count: batch.series.count)
        var compact = SampleBatch()
        compact.seriesIndex = batch.seriesIndex.map { index in
            if places[Int(index)] == .max {
                places[Int(index)] = UInt32(compact.series.count)
                compact.series.append(batch.series[Int(index)])
            }
            return places[Int(index)]
        }
        compact.times = batch.times
        compact.values = batch.values
        return compact
    }
}
