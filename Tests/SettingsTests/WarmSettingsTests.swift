import Settings
import Testing

@Suite struct WarmSettingsTests {
    private static func warm(_ arguments: [String]) throws -> AndonSettings.Warm {
        var settings = AndonSettings()
        settings.warm.files = ["from-settings.csv"]
        try settings.warm(from: arguments)
        return settings.warm
    }

    private static func problems(_ arguments: [String]) -> [String] {
        do {
            _ = try warm(arguments)
            return []
        } catch let error as InvalidSettings {
            return error.problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func readsFilesAndAPrometheus() throws {
        let warm = try Fixtures.settings(
            """
            warm:
              files: [history, old.csv]
              required: true
              prometheus: {url: "https://prom.example/base", queries: [up, '{job="node"}'], range: 7d, step: 15s,
                           retry_for: 0s, authorization_file: /run/secrets/prom}
            """
        ).warm
        #expect(warm.files == ["history", "old.csv"] && warm.isRequired && !warm.isEmpty)
        #expect(warm.prometheus.url?.text == "https://prom.example/base")
        #expect(warm.prometheus.queries == ["up", #"{job="node"}"#])
        #expect(warm.prometheus.range == .seconds(7 * 86_400) && warm.prometheus.step == .seconds(15))
        #expect(warm.prometheus.retryFor == .zero && warm.prometheus.authorizationFile == "/run/secrets/prom")
        #expect(AndonSettings().warm.isEmpty)
    }

    @Test(arguments: [
        "http://user:secret@prom:9090", "prom:9090", "ftp://prom", "http://", "http://:9090", "http://prom?x=1",
        "http://prom:9090/ a",
    ])
    func refusesWhatIsNoPlainURL(url: String) {
        let problems = Fixtures.problems("warm: {prometheus: {url: '\(url)', queries: [up]}}")
        #expect(problems.count == 1 && problems.first?.contains("without user and query") == true, "\(problems)")
    }

    @Test func aPrometheusNeedsAQuery() {
        #expect(
            Fixtures.problems("warm: {prometheus: {url: 'http://prom:9090'}}") == [
                "config/andon.yaml:1: warm.prometheus.url is given, but no query; name at least one in "
                    + "warm.prometheus.queries"
            ])
        #expect(Fixtures.problems("warm: {prometheus: {url: off}}").isEmpty)
    }

    @Test func aChangeHoldsAfterARestart() throws {
        let diff = SettingsDiff(from: AndonSettings(), to: try Fixtures.settings("warm: {files: [a.csv]}"))
        #expect(diff.needsRestart && diff.resetsModels.isEmpty)
    }

    @Test func theCommandLineGoesBeforeTheFile() throws {
        let warm = try Self.warm([
            "a.csv", #"http://127.0.0.1:9090?match=up&match={job="node"}&range=7d&step=15s"#, "b",
        ])
        #expect(warm.files == ["a.csv", "b"])
        #expect(warm.prometheus.url?.text == "http://127.0.0.1:9090")
        #expect(warm.prometheus.queries == ["up", #"{job="node"}"#])
        #expect(warm.prometheus.range == .seconds(7 * 86_400) && warm.prometheus.step == .seconds(15))
        #expect(try Self.warm(["a.csv"]).prometheus.url == nil)
    }

    @Test func aQueryOfTheCommandLineMayBeEncoded() throws {
        let warm = try Self.warm(["http://p:1?query=sum(rate(a%5B5m%5D))%20%26%20b"])
        #expect(warm.prometheus.queries == ["sum(rate(a[5m])) & b"])
    }

    @Test func aSlipOnTheCommandLineIsASentence() {
        #expect(
            Self.problems(["http://p:1?match=up&steps=5s"]).first?.hasPrefix(
                "--warm-from: unknown key warm.prometheus.steps; did you mean step?") == true)
        #expect(
            Self.problems(["http://p:1?match=up&range=5"]).first?.hasPrefix(
                "--warm-from: warm.prometheus.range is 5; it must be a duration from 1m to 3660d") == true)
        #expect(Self.problems(["http://p:1"]).first?.contains("no query") == true)
        #expect(Self.problems(["http://p:1?match=a", "http://q:1?match=a"]).first?.contains("more than one") == true)
    }
}
