import Foundation
package import Samples

/// The offsets of a zone from 1990 to 2060, or `nil` for a name that the time-zone database does not know.
///
/// Before 1990 the zone's first offset holds, after 2060 its last.
///
/// - Parameter zone: An IANA name, such as `Europe/Berlin`.
/// - Cost: asks the database once for each of 25 600 days, some milliseconds; keep the result.
package func civilClock(zone: String) -> CivilClock? {
    guard let timeZone = TimeZone(identifier: zone) else { return nil }
    let offset = { (second: Int64) in
        Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second)))) * 1000
    }
    // 1990-01-01 and 2060-01-01, in seconds. Asked day by day, because Foundation lists only the changes of daylight
    // saving, and zones also move for good; no zone has moved twice within a day.
    let (start, end, day): (Int64, Int64, Int64) = (631_152_000, 2_840_140_800, 86_400)
    var transitions: [Int64] = []
    var offsets = [offset(start)]
    for before in stride(from: start, to: end, by: Int64.Stride(day)) where offset(before + day) != offsets.last {
        var (low, high) = (before, before + day)
        let after = offset(high)
        while high - low > 1 {
            let middle = (low + high) / 2
            if offset(middle) == after { high = middle } else { low = middle }
        }
        transitions.append(high * 1000)
        offsets.append(after)
    }
    return CivilClock(transitions: transitions, offsets: offsets)
}
