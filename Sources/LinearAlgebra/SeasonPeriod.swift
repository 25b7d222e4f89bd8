/// The clock that a season follows: a day or a week, cut into slots of equal length.
public struct SeasonPeriod: Hashable, Sendable {
    /// The length of the period, in days: 1 or 7.
    public let days: Int
    /// Slots of each day, in 1 ... 1440; 2 at least where the period is one day.
    public let slotsPerDay: Int

    /// A day of so many slots.
    public static func day(slots: Int) -> Self { Self(days: 1, slotsPerDay: slots) }

    /// A week whose days have so many slots each.
    public static func week(slotsPerDay: Int) -> Self { Self(days: 7, slotsPerDay: slotsPerDay) }

    private init(days: Int, slotsPerDay: Int) {
        precondition((1...1440).contains(slotsPerDay) && days * slotsPerDay >= 2, "A season has two slots at least.")
        self.days = days
        self.slotsPerDay = slotsPerDay
    }

    /// Slots of the period.
    public var slots: Int { days * slotsPerDay }

    /// The slot that a place of the clock lies in. The slots of the clock must be parts of it.
    public func slot(at place: ClockPlace) -> Int {
        precondition(place.slotsPerDay.isMultiple(of: slotsPerDay), "A stretch of the clock lies in one slot.")
        let slot = place.slot / (place.slotsPerDay / slotsPerDay)
        return days == 7 ? place.weekday * slotsPerDay + slot : slot
    }

    /// Which part of its slot a place of the clock covers: from `offset` on, `width` of it.
    func stretch(at place: ClockPlace) -> (offset: Float, width: Float) {
        let parts = place.slotsPerDay / slotsPerDay
        return (Float(place.slot % parts) / Float(parts), 1 / Float(parts))
    }
}
