import LinearAlgebra
public import Samples

/// Ranks what may have caused an anomaly, from what else left its normal before it or with it, and from what was
/// changed.
///
/// Only series that moved are remembered, each with its recent movements; a quiet series costs nothing. The score of a
/// suspect is the product of terms in 0 ... 1 that are told as evidence: how alike the residuals run (correlation over
/// a window, by BLAS), whether it moved first, how far it went or what share of the whole it is, and whether it names
/// somebody who acts.
///
/// It works where causes are measured at all and move within the window; of a series much faster than the abnormal one it
/// sees only the last of the window. It cannot tell cause from effect between two
/// services that move alike in the same interval.
///
/// - Cost: one matrix-vector product of (moving series) × `window` for each anomaly; the matrix is made once for all
///   anomalies of one time and interval between which nothing moved.
public struct SuspectRanker: Sendable {
    /// May be replaced at any time; series that are remembered are asked anew who acts in them and what they are about.
    public var configuration: CauseConfiguration {
        didSet {
            guard configuration != oldValue else { return }
            panoramas = [:]
            tracks = tracks.mapValues { track in
                var renewed = newTrack(of: track.key)
                for movement in track.movements { renewed.append(movement, keeping: configuration.window) }
                return renewed
            }
        }
    }

    private(set) var tracks: [UInt32: Track] = [:]
    private(set) var changes: [Change] = []
    /// What was seen from the moments asked about since the last movement.
    private var panoramas: [Panorama.Moment: Panorama] = [:]

    /// As many changes are remembered at most; the one that is over first is forgotten first.
    static let changeLimit = 1000
    /// As many moments are kept at most: a few, since anomalies of one step may differ in interval and lag.
    private static let panoramaLimit = 8

    /// A ranker that has seen nothing.
    public init(_ configuration: CauseConfiguration = CauseConfiguration()) {
        self.configuration = configuration
    }

    /// How many moving series are remembered.
    public var trackCount: Int { tracks.count }

    /// Remembers a movement of a series.
    public mutating func observe(_ movement: Movement, of key: SeriesKey) {
        panoramas.removeAll(keepingCapacity: true)
        if tracks[movement.series] == nil {
            while tracks.count >= max(1, configuration.trackLimit) { forgetStalest() }
            tracks[movement.series] = newTrack(of: key)
        }
        tracks[movement.series]?.append(movement, keeping: configuration.window)
    }

    private func newTrack(of key: SeriesKey) -> Track {
        Track(key: key, service: configuration.service(of: key), kind: configuration.metrics.kind(of: key))
    }

    /// Remembers a change; one with the same id replaces the earlier one.
    public mutating func observe(_ change: Change) {
        changes.removeAll { $0.id == change.id }
        if changes.count >= Self.changeLimit,
            let first = changes.indices.min(by: { end(of: changes[$0]) < end(of: changes[$1]) })
        {
            changes.remove(at: first)
        }
        changes.append(change)
    }

    /// Until when a change is suspected, milliseconds since 1970 UTC.
    func end(of change: Change) -> Int64 {
        let said = change.until?.milliseconds ?? .min
        return max(said, change.time.milliseconds &+ configuration.changeLookback.wholeMilliseconds)
    }

    /// The likeliest first; empty when nothing stands out.
    ///
    /// - Parameters:
    ///   - anomaly: what is to be explained.
    ///   - series: the number of its series.
    ///   - interval: typical milliseconds between its samples.
    public mutating func suspects(for anomaly: Anomaly, series: UInt32, interval: Int64) -> [Suspect] {
        let scene = Scene(
            anomaly: anomaly, series: series, service: configuration.service(of: anomaly.series),
            kind: configuration.metrics.kind(of: anomaly.series), interval: max(interval, 1))
        let found = (moving(scene) + changed(scene)).sorted {
            ($1.score, $0.tieBreaker) < ($0.score, $1.tieBreaker)
        }
        return Array(found.prefix(configuration.suspects))
    }

    /// What can be seen from a moment, made where it is the first to be asked about.
    mutating func panorama(at moment: Panorama.Moment) -> Panorama {
        if let known = panoramas[moment] { return known }
        let new = Panorama(of: tracks, at: moment, window: configuration.window)
        if panoramas.count >= Self.panoramaLimit { panoramas.removeAll(keepingCapacity: true) }
        panoramas[moment] = new
        return new
    }

    /// Drops the quarter that moved longest ago.
    private mutating func forgetStalest() {
        let stalest = tracks.sorted { ($0.value.lastTime, $0.key) < ($1.value.lastTime, $1.key) }
        for (id, _) in stalest.prefix(max(1, stalest.count / 4)) { tracks[id] = nil }
    }
}

extension Suspect {
    /// Orders suspects of equal score the same way everywhere.
    fileprivate var tieBreaker: String { series?.description ?? change ?? "" }
}
