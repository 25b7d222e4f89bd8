import LinearAlgebra
import Samples

/// Where in the civil week a sample lies.
struct ClockMoment {
    /// The stretch of the week.
    let place: ClockPlace
    /// Where in the stretch, in [0, 1).
    let phase: Float

    init(_ milliseconds: Int64, slotsPerDay: Int, clock: CivilClock) {
        let scaled = clock.millisecondOfDay(milliseconds) &* Int64(slotsPerDay)
        let slot = scaled / ClockMoment.day
        place = ClockPlace(slotsPerDay: slotsPerDay, weekday: clock.weekday(milliseconds), slot: Int(slot))
        // Less than 1 also where single precision would round up to it.
        phase = min(Float(scaled - slot * ClockMoment.day) / Float(ClockMoment.day), 0.999_999)
    }

    static let day: Int64 = 86_400_000
}
