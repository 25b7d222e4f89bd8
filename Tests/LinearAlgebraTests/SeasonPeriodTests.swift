import LinearAlgebra
import Testing

@Suite struct SeasonPeriodTests {
    @Test func aDayIsTheSameOnEveryWeekday() {
        let period = SeasonPeriod.day(slots: 24)
        #expect(period.slots == 24)
        for weekday in 0..<7 {
            #expect(period.slot(at: ClockPlace(slotsPerDay: 24, weekday: weekday, slot: 23)) == 23)
        }
    }

    @Test func aWeekCountsFromMondayOn() {
        let period = SeasonPeriod.week(slotsPerDay: 24)
        #expect(period.slots == 168)
        #expect(period.slot(at: ClockPlace(slotsPerDay: 24)) == 0)
        #expect(period.slot(at: ClockPlace(slotsPerDay: 24, weekday: 1)) == 24)
        #expect(period.slot(at: ClockPlace(slotsPerDay: 24, weekday: 6, slot: 23)) == 167)
    }

    @Test func aSlotIsMadeOfWholeSlotsOfTheClock() {
        let period = SeasonPeriod.week(slotsPerDay: 24)
        for part in 0..<144 {
            let place = ClockPlace(slotsPerDay: 144, weekday: 2, slot: part)
            #expect(period.slot(at: place) == 48 + part / 6)
        }
    }

    @Test func aStretchThatLiesInTwoSlotsIsABug() async {
        await #expect(processExitsWith: .failure) {
            _ = SeasonPeriod.day(slots: 24).slot(at: ClockPlace(slotsPerDay: 36, slot: 0))
        }
        await #expect(processExitsWith: .failure) {
            _ = SeasonPeriod.day(slots: 24).slot(at: ClockPlace(slotsPerDay: 12, slot: 0))
        }
    }

    @Test func aPeriodHasTwoSlotsAtLeastAndNoneShorterThanAMinute() async {
        #expect(SeasonPeriod.day(slots: 2).slots == 2)
        #expect(SeasonPeriod.week(slotsPerDay: 1).slots == 7)
        #expect(SeasonPeriod.week(slotsPerDay: 1440).slots == 10_080)
        await #expect(processExitsWith: .failure) { _ = SeasonPeriod.day(slots: 1) }
        await #expect(processExitsWith: .failure) { _ = SeasonPeriod.week(slotsPerDay: 0) }
        await #expect(processExitsWith: .failure) { _ = SeasonPeriod.day(slots: 1441) }
    }

    @Test func aPlaceLiesInTheWeek() async {
        await #expect(processExitsWith: .failure) { _ = ClockPlace(slotsPerDay: 24, weekday: 7) }
        await #expect(processExitsWith: .failure) { _ = ClockPlace(slotsPerDay: 24, slot: 24) }
        await #expect(processExitsWith: .failure) { _ = ClockPlace(slotsPerDay: 0) }
    }
}
