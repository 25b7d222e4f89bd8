internal import Samples

extension Andon_V1_MetricBatch {
    /// Refuses a batch whose columns do not fit together, or that refers to a series nobody defined.
    func check(against known: PublisherSeries, of publisher: String, limits: DecodingLimits) throws(Refusal) {
        guard ref.count == value.count, timeDeltaMs.count == value.count else {
            throw Refusal(
                .truncated,
                "The columns differ in length: \(ref.count) references, \(timeDeltaMs.count) times, "
                    + "\(value.count) values.")
        }
        // A batch that lost its end looks like one that only defines series, so the latter is not allowed.
        guard !value.isEmpty else { throw Refusal(.truncated, "The batch has no sample.") }
        for (index, ref) in ref.enumerated() where ref < limits.maximumSeriesPerPublisher {
            guard known.number(of: ref) != SeriesNumber.undefined else {
                throw Refusal(
                    .unknownSeries,
                    "Sample \(index) refers to series \(ref), which publisher \(publisher.quoted) has not defined.")
            }
        }
    }

    /// Adds up the steps of time, milliseconds since 1970 UTC.
    func appendTimes(to times: inout [Int64]) throws(Refusal) {
        var time = baseTimeMs
        for (index, step) in timeDeltaMs.enumerated() {
            let (sum, overflow) = time.addingReportingOverflow(step)
            guard !overflow else { throw Refusal(.malformed, "The time of sample \(index) is beyond all range.") }
            time = sum
            times.append(time)
        }
    }
}
