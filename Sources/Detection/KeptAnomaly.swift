import Samples

/// A flapping anomaly whose series is calm: it is not told that it closed until the series has been calm for long.
struct KeptAnomaly: Sendable {
    /// As it will be told to have closed, with the sample with which the series recovered last.
    var anomaly: Anomaly
    /// How far the series went in it.
    var departure: Departure

    /// So many times ``Policy/flapWithin`` is the longest calm that is waited for.
    private static let longest = 4.0

    /// How long the series must have been calm, milliseconds: longer the more often it flapped.
    func patience(_ policy: Policy) -> Int64 {
        guard policy.enabled, policy.flapAfter > 0 else { return 0 }
        let times = min(Double(anomaly.flaps) / Double(policy.flapAfter), Self.longest)
        return Int64(Double(policy.flapWithin.wholeMilliseconds) * max(1, times))
    }
}
