import Samples

/// A series that moved, in numbers: all that scoring needs, without texts, since most candidates are never named.
struct Candidate: Sendable {
    let series: UInt32
    let kind: MetricKind
    /// Its service among the services and lone series of a panorama; see ``Panorama/groupCount``.
    let group: Int
    let hasService: Bool
    /// Its metric's place in the totals of a panorama.
    let metric: Int
    /// When the stretch of movements that it is suspected for began, milliseconds since 1970 UTC.
    let onset: Int64
    let isNewcomer: Bool
    /// Mean distance from what was expected, in the unit of the series, without its sign.
    let change: Double
    /// In its own scales; 0 for a newcomer.
    let largestResidual: Double
    /// How telling the largest residual is, in 0 ... 1.
    let size: Double

    init(_ series: UInt32, _ track: Track, excursion: ArraySlice<Movement>, group: Int, metric: Int) {
        self.series = series
        kind = track.kind
        self.group = group
        hasService = track.service != nil
        self.metric = metric
        onset = excursion.first?.time ?? 0
        isNewcomer = excursion.first?.newcomer == 1
        change = abs(excursion.reduce(0) { $0 + ($1.value - $1.expected) } / Double(max(excursion.count, 1)))
        largestResidual = excursion.reduce(0) { max($0, Double(abs($1.residual))) }
        size = Weights.size(ofResidual: largestResidual)
    }
}

/// The sum of the movements of all series of a metric, and how many there are.
struct MetricTotal {
    var change = 0.0
    var count = 0

    mutating func add(_ candidate: Candidate) {
        change += candidate.change
        count += 1
    }

    /// A candidate's part of the sum, in 0 ... 1; nothing where the sum is none, or too large for a number.
    func share(of candidate: Candidate) -> Double {
        change > 0 && change.isFinite ? candidate.change / change : 0
    }
}
