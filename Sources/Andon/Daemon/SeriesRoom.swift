/// How much room is left for new series: beyond the limit their samples are refused, until a restart with a higher one.
struct SeriesRoom {
    let known: Int
    let limit: Int

    /// From this share on somebody should look, while what comes in is still taken.
    private static let share = 0.9

    var isShort: Bool { Double(known) >= Self.share * Double(limit) }

    /// For people.
    var sentence: String {
        if known >= limit {
            return "all \(limit) series are in use and new ones are refused: raise doors.limits.series and restart"
        }
        return isShort
            ? "\(known) of \(limit) series are in use; beyond that new ones are refused: raise doors.limits.series and restart"
            : "there is room for new ones"
    }
}
