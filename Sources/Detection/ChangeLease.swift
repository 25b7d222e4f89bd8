import Samples

/// The stretch of event time in which a change is allowed for, and the series that it selects.
struct ChangeLease: Equatable, Sendable {
    let id: String
    /// The half-open interval of the series' own time, milliseconds since 1970 UTC.
    let range: Range<Int64>
    private let service: String?
    private let labels: Labels

    /// The lease of a change; `nil` where it is over when it begins.
    init?(_ change: Change, lasting lease: Duration) {
        let start = change.time.milliseconds
        let end = change.until?.milliseconds ?? start &+ lease.wholeMilliseconds
        guard end > start else { return nil }
        (id, range, service, labels) = (change.id, start..<end, change.service, change.labels)
    }

    /// True where the change concerns the series: its service, where it names one, and all of its labels. One that names neither
    /// concerns all.
    func selects(_ key: SeriesKey, service own: String?) -> Bool {
        (service == nil || service == own) && labels.pairs.allSatisfy { key.labels[$0.name] == $0.value }
    }

    /// When the level of an anomaly that opened in it is accepted: at its end, but not before half its length has gone by, for what
    /// begins shortly before the end may be something else.
    func acceptance(ofOpening time: Int64) -> Int64 {
        max(range.upperBound, time &+ (range.upperBound - range.lowerBound) / 2)
    }
}
