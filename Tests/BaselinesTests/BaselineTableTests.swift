import Baselines
import Samples
import Testing

@Suite struct BaselineTableTests {
    @Test func namesAreDistinct() {
        #expect(Set(Fixture.names).count == BaselineTable.all.count)
        #expect(Set(Fixture.names) == Set(Fixture.shape.baselines.keys))
    }

    @Test func makesWhatTheShapeSwitchesOn() {
        func names(_ shape: ModelShape) -> [String] {
            BaselineTable.make(shape: shape, capacity: 4).map { type(of: $0).name }
        }
        #expect(names(Fixture.shape) == Fixture.names)
        let others = ["ewma", "holt_winters_multiplicative", "first_difference", "seasonal_shift"]
        #expect(names(ModelShape()) == Fixture.names.filter { !others.contains($0) })
        #expect(names(.nothing).isEmpty)
        for name in Fixture.names { #expect(names(.only(name)) == [name]) }
    }

    @Test func whatFollowsTheClockIsWhatTheShapeCallsSeasonal() {
        let seasonal = BaselineTable.make(shape: Fixture.shape, capacity: 1).filter { $0 is any SeasonalBaseline }
        #expect(Set(seasonal.map { type(of: $0).name }) == ModelShape.seasonalBaselines)
    }

    @Test func eachComparesWhatItSays() {
        func names(_ statistic: Statistic) -> [String] {
            BaselineTable.all.filter { $0.statistic == statistic }.map { $0.name }
        }
        #expect(
            names(.value) == [
                "ewma", "robust_z", "holt_winters", "daily_season", "weekly_season", "holt_winters_multiplicative",
                "first_difference",
            ])
        #expect(names(.level) == ["level_shift", "drift", "seasonal_shift"])
        #expect(names(.spread) == ["spread"])
    }
}
