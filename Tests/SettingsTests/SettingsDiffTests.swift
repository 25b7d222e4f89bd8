import Settings
import Testing

@Suite struct SettingsDiffTests {
    @Test func anotherTypeResetsTheSeriesThatItIsOf() throws {
        let diff = SettingsDiff(
            from: AndonSettings(), to: try Fixtures.settings("metrics: {types: {jobs_total: gauge}}"))
        #expect(diff.report == ["metrics.types: {} -> {jobs_total: gauge} (a series whose type changes learns anew)"])
        #expect(diff.resetsModels == ["series whose type changes"] && !diff.needsRestart)
    }

    private func diff(_ old: String, _ new: String) throws -> SettingsDiff {
        SettingsDiff(from: try Fixtures.settings(old), to: try Fixtures.settings(new))
    }

    @Test func equalSettingsDiffInNothing() throws {
        let diff = try diff("{}", "reload: {poll: 1000ms}")
        #expect(diff.isEmpty)
        #expect(diff.report.isEmpty)
        #expect(!diff.needsRestart)
        #expect(diff.resetsModels.isEmpty)
    }

    @Test func aThresholdIsLive() throws {
        let diff = try diff("{}", "policies: {standard: {open_at: 9}}")
        #expect(diff.report == ["policies.standard.open_at: budget -> 9 (live)"])
        #expect(diff.changes.map(\.effect) == [.live])
        #expect(!diff.needsRestart)
        #expect(diff.resetsModels.isEmpty)
    }

    @Test func aShapeResetsItsModel() throws {
        let diff = try diff("{}", "models: {robust_z: {rate: 0.1}, ewma: {enabled: true}}")
        #expect(diff.resetsModels == ["ewma", "robust_z"])
        #expect(
            diff.report == [
                "models.ewma.enabled: false -> true (ewma of every series learns anew)",
                "models.robust_z.rate: 0.05 -> 0.1 (robust_z of every series learns anew)",
            ])
    }

    @Test func aZoneResetsTheSeasons() throws {
        let diff = try diff("models: {daily_season: {enabled: false}}", "models: {time_zone: Europe/Berlin}")
        #expect(diff.resetsModels == ["daily_season", "holt_winters", "weekly_season"])
        #expect(
            diff.report == [
                "models.time_zone: UTC -> Europe/Berlin (the seasons of every series are learned anew)",
                "models.daily_season.enabled: false -> true (daily_season of every series learns anew)",
            ])
    }

    @Test func aZoneThatNoSeasonFollowsResetsNothing() throws {
        let off = "holt_winters: {enabled: false}, daily_season: {enabled: false}, weekly_season: {enabled: false}"
        let diff = try diff("models: {\(off)}", "models: {time_zone: Europe/Berlin, \(off)}")
        #expect(diff.changes.map(\.effect) == [.live])
    }

    @Test(arguments: ["daily_season", "weekly_season", "level_shift", "drift", "spread"])
    func aBaselineThatGoesResetsNoOther(name: String) throws {
        #expect(try diff("{}", "models: {\(name): {enabled: false}}").resetsModels == [name])
    }

    @Test func whatAllModelsShareResetsAll() throws {
        let diff = try diff("{}", "models: {warm_up: 61, ewma: {alpha: 0.1}}")
        #expect(diff.resetsModels == ["all"])
        #expect(diff.report.first == "models.warm_up: 20 -> 61 (every series learns anew)")
    }

    @Test func aModelThatIsOffResetsNothing() throws {
        let diff = try diff(
            "models: {ewma: {enabled: false}}", "models: {ewma: {enabled: false, alpha: 0.1}}")
        #expect(diff.changes.map(\.effect) == [.live])
        #expect(diff.resetsModels.isEmpty)
    }

    @Test func aSocketNeedsARestart() throws {
        let diff = try diff("{}", "doors: {zeromq: {pull: [{connect: tcp://a:1}]}}\nhttp: {address: off}")
        #expect(diff.needsRestart)
        #expect(
            diff.report == [
                "doors.zeromq.pull: [tcp://127.0.0.1:5561] -> [{connect: tcp://a:1}] (needs a restart, not applied until then)",
                "http.address: 127.0.0.1:9464 -> off (needs a restart, not applied until then)",
            ])
    }

    @Test func rulesAreToldApartByName() throws {
        let diff = try diff(
            "policies: {rules: [{name: a, direction: above}, {name: b}, {name: c}]}",
            "policies: {rules: [{name: c}, {name: a, direction: below}, {name: d d, open_at: budget}]}")
        #expect(
            diff.report == [
                "policies.rules[a]: {name: a, direction: above} -> "
                    + "{name: a, direction: below} (live)",
                "policies.rules[b]: {name: b} -> none (live)",
                "policies.rules[\"d d\"]: none -> {name: \"d d\", open_at: budget} (live)",
                "policies.rules: order a, c -> order c, a (live)",
            ])
    }
}
