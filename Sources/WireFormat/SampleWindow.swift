internal import Samples

/// Which samples of a sound message are taken: those with a finite value, a believable time and a place for their series.
struct SampleWindow {
    private let earliest: Int64
    private let latest: Int64

    init(arrival: EventTime, limits: DecodingLimits) {
        earliest = (arrival - limits.past).milliseconds
        latest = (arrival + limits.future).milliseconds
    }

    /// Appends the samples and the stale markers that are taken, and counts the markers and the others under their reasons.
    ///
    /// `rows`, `times` and `values` are columns of one length; `number` turns a row into the series' number, and is
    /// asked only for samples that are good otherwise.
    @inline(__always)
    func take(
        _ rows: [UInt32], _ times: [Int64], _ values: [Double], into columns: inout MetricColumns,
        counting outcome: inout DecodingOutcome, number: (UInt32) -> UInt32
    ) {
        var (nonFinite, stale, tooOld, farFuture, noRoom) = (0, 0, 0, 0, 0)
        let before = columns.count
        for index in rows.indices {
            let (time, value) = (times[index], values[index])
            let isMarker = StaleMarker.isMarker(value)
            guard value.isFinite || isMarker else { nonFinite += 1; continue }
            guard time >= earliest else { tooOld += 1; continue }
            guard time <= latest else { farFuture += 1; continue }
            let id = number(rows[index])
            guard id != SeriesNumber.noRoom else { noRoom += 1; continue }
            columns.append(id: id, time: time, value: value)
            if isMarker { stale += 1 }
        }
        outcome.accepted = columns.count - before - stale
        outcome.refuse(stale, .stale)
        outcome.refuse(nonFinite, .nonFinite)
        outcome.refuse(tooOld, .tooOld)
        outcome.refuse(farFuture, .farFuture)
        outcome.refuse(noRoom, .seriesLimit)
    }
}
