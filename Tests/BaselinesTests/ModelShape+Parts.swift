import Samples

extension ModelShape {
    /// Every baseline switched off.
    static let nothing = ModelShape(
        ewma: nil, holtWinters: nil, robustZScore: nil, dailySeason: nil, weeklySeason: nil, levelShift: nil,
        drift: nil, spread: nil)

    /// One baseline, with what the fixture says of it.
    static func only(_ name: String) -> ModelShape {
        let all = Fixture.shape
        var shape = ModelShape.nothing
        switch name {
        case "ewma": shape.ewma = all.ewma
        case "robust_z": shape.robustZScore = all.robustZScore
        case "holt_winters": shape.holtWinters = all.holtWinters
        case "daily_season": shape.dailySeason = all.dailySeason
        case "weekly_season": shape.weeklySeason = all.weeklySeason
        case "level_shift": shape.levelShift = all.levelShift
        case "drift": shape.drift = all.drift
        case "spread": shape.spread = all.spread
        case "holt_winters_multiplicative": shape.multiplicativeHoltWinters = all.multiplicativeHoltWinters
        case "first_difference": shape.firstDifference = all.firstDifference
        case "seasonal_shift": shape.seasonalShift = all.seasonalShift
        default: break
        }
        return shape
    }
}
