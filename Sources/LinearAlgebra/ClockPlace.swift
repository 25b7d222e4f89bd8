/// A stretch of the civil week: one of the equal slots that each of its days is cut into.
public struct ClockPlace: Hashable, Sendable {
    /// How many slots a day has, at least 1.
    public var slotsPerDay: Int
    /// The day of the week, in 0 ..< 7.
    public var weekday: Int
    /// The slot of that day, in `0 ..< slotsPerDay`.
    public var slot: Int

    /// A stretch.
    public init(slotsPerDay: Int, weekday: Int = 0, slot: Int = 0) {
        precondition(slotsPerDay >= 1, "A day has at least one slot.")
        precondition((0..<7).contains(weekday) && (0..<slotsPerDay).contains(slot), "A place outside the week.")
        self.slotsPerDay = slotsPerDay
        self.weekday = weekday
        self.slot = slot
    }
}
