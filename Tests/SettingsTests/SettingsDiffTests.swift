import Settings
import Testing

@Suite struct SettingsDiffTests {
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
        #expect(diff.report == ["policies.standard.open_at: 8 -> 9 (live)"])
        #expect(diff.changes.map(\.effect) == [.live])
        #expect(!diff.needsRestart)
        #expect(diff.resetsModels.isEmpty)
    }

    @Test func aShapeResetsItsModel() throws {
        let diff = try diff("{}", "models: {robust_z: {rate: 0.1}, ewma: {enabled: false}}")
        #expect(diff.resetsModels == ["ewma", "robust_z"])
        #expect(
            diff.report == [
                "models.ewma.enabled: true -> false (ewma of every series learns anew)",
                "models.robust_z.rate: 0.02 -> 0.1 (robust_z of every series learns anew)",
            ])
    }

    @Test func aZoneResetsTheSeason() throws {
        #expect(try diff("{}", "models: {time_zone: Europe/Berlin}").resetsModels == ["holt_winters"])
    }

    @Test func whatAllModelsShareResetsAll() throws {
        let diff = try diff("{}", "models: {warm_up: 61, ewma: {alpha: 0.1}}")
        #expect(diff.resetsModels == ["all"])
        #expect(diff.report.first == "models.warm_up: 60 -> 61 (every series learns anew)")
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
            "policies: {rules: [{name: c}, {name: a, direction: below}, {name: d d, accept_after: 2h}]}")
        #expect(
            diff.report == [
                "policies.rules[a]: {name: a, direction: above} -> "
                    + "{name: a, direction: below} (live)",
                "policies.rules[b]: {name: b} -> none (live)",
                "policies.rules[\"d d\"]: none -> {name: \"d d\", accept_after: 2h} (live)",
                "policies.rules: order a, c -> order c, a (live)",
            ])
    }
}
