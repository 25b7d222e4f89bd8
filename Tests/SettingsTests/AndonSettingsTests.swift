import Foundation
import Samples
import Settings
import Testing

@Suite struct AndonSettingsTests {
    @Test func theDefaultConfigIsTheDefaultsPlusItsPolicyFiles() throws {
        var settings = try AndonSettings.load(path: Fixtures.path("config/andon.yaml"))
        let profiles = ["generic", "latency", "error_ratio", "traffic", "saturation", "heartbeat", "host"]
        #expect(settings.policies.files == profiles.map { "../models/\($0).yaml" })
        #expect(settings.policies.book.rules.count > 20)
        settings.policies.files = []
        settings.policies.book.rules = []
        #expect(settings == AndonSettings())
    }

    @Test func theDefaultConfigHasEverySection() throws {
        let text = try String(contentsOfFile: Fixtures.path("config/andon.yaml"), encoding: .utf8)
        for section in [
            "doors", "warm", "labels", "metrics", "models", "policies", "causes", "stages", "exits", "http", "feedback",
            "reload", "log",
        ] {
            #expect(text.contains("\n\(section):"), "\(section) is missing")
        }
    }

    @Test func theDefaultsAreThoseOfTheNouns() {
        let settings = AndonSettings()
        #expect(settings.models.shape == ModelShape())
        #expect(settings.policies.book == PolicyBook())
    }

    @Test func everyFileOfModelsLoads() throws {
        let directory = Fixtures.root.appending(path: "models")
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(".yaml") }
        #expect(names.count >= 7)
        for name in names {
            let yaml = "policies: {files: [\(name)]}"
            let file = directory.appending(path: "andon.yaml").path
            let settings = try AndonSettings.parse(yaml: yaml, file: file, includes: FileContent.init(ofFileAt:))
            #expect(!settings.policies.book.rules.isEmpty, "\(name) has no rules")
        }
    }

    @Test(arguments: [
        ("host_cpu_busy_ratio", [:], Direction.above, 0.12, true),
        ("host_cpu_usage_ratio", ["mode": "user"], .above, 0.15, true),
        ("host_memory_cached_bytes", [:], .both, 0, false),
        ("host_cpu_core_busy_ratio", ["cpu": "1"], .above, 0.5, true),
        ("host_memory_available_bytes", [:], .below, 268_435_456, true),
        ("host_swap_in_bytes_per_second", [:], .above, 1_048_576, true),
        ("host_network_receive_bytes_per_second", ["interface": "eth0"], .above, 1_048_576, true),
        ("host_network_errors_per_second", ["interface": "eth0"], .above, 1, true),
        ("process_write_bytes_per_second", ["process": "dd"], .above, 5_242_880, true),
        ("process_cpu_cores", ["process": "yes"], .above, 0.3, true),
        ("checkout_hit_ratio", [:], .both, 0.02, true),
        ("http_error_ratio", [:], .above, 0.005, true),
        ("http_requests_total", ["code": "500"], .above, 0.05, true),
        ("http_requests_per_second", [:], .both, 0, true),
        ("queue_fill_ratio", [:], .above, 0.05, true),
        ("node_memory_MemAvailable_bytes", [:], .below, 0, true),
        ("up", ["job": "node"], .below, 0.5, true),
        ("worker_heartbeat_total", [:], .below, 0, true),
        ("process_start_time_seconds", [:], .both, 0, false),
        ("go_info", ["version": "1.22"], .both, 0, false),
        ("search_duration_ms", [:], .above, 2, true),
        ("http_request_seconds", [:], .above, 0.002, true),
        ("temperature_celsius", [:], .both, 0, true),
    ])
    func theDefaultRulesFitTheirMetrics(
        name: String, labels: [String: String], direction: Direction, minimum: Double, enabled: Bool
    ) throws {
        let settings = try AndonSettings.load(path: Fixtures.path("config/andon.yaml"))
        let policy = settings.policies.book.policy(for: SeriesKey(name, Labels(labels)))
        #expect(policy.direction == direction)
        #expect(policy.minimumDeviation == minimum)
        #expect(policy.enabled == enabled)
    }

    @Test func aSwitchedOffBaselineKeepsItsParameters() throws {
        let settings = try Fixtures.settings("models: {drift: {enabled: false, fast: 0.2}}")
        #expect(settings.models.shape.drift == nil)
        #expect(settings.models.drift.parameters.fast == 0.2)
        #expect(
            settings.models.enabled == [
                "daily_season", "holt_winters", "level_shift", "robust_z", "spread", "weekly_season",
            ])
    }

    @Test func theVersionIsStable() throws {
        // Pinned: the version of the defaults is the same in every process and on every machine. It changes with a
        // default, a key, or the way a value is written out.
        #expect(AndonSettings().version == "2a983d649dad")
        #expect(try Fixtures.settings("{}").version == AndonSettings().version)
    }

    @Test func theVersionIgnoresNotationAndSeesValues() throws {
        let a = try Fixtures.settings("reload: {poll: 90s}\nlog: {level: debug}")
        let b = try Fixtures.settings("# a comment\nlog:\n  level: 'debug'\nreload:\n  poll: 1m30s")
        #expect(a == b)
        #expect(a.version == b.version)
        #expect(a.version != AndonSettings().version)
    }

    @Test func theVersionSeesThePolicyFiles() throws {
        let yaml = "policies: {files: [r.yaml]}"
        let a = try Fixtures.settings(yaml, files: ["config/r.yaml": "[{name: x, minimum_deviation: 1}]"])
        let b = try Fixtures.settings(yaml, files: ["config/r.yaml": "[{name: x, minimum_deviation: 2}]"])
        #expect(a.version != b.version)
    }

    @Test func aMergeKeepsWhatNeedsARestart() throws {
        let loaded = try Fixtures.settings(
            "stages: {shards: 4}\nhttp: {address: off}\nlog: {level: debug}\nmodels: {warm_up: 99}")
        let merged = AndonSettings.merged(running: AndonSettings(), loaded: loaded)
        #expect(merged.stages.shards == 1)
        #expect(merged.http == AndonSettings().http)
        #expect(merged.log.level == .debug)
        #expect(merged.models.warmUp == 99)
        #expect(!SettingsDiff(from: AndonSettings(), to: merged).needsRestart)
        #expect(SettingsDiff(from: merged, to: loaded).changes.allSatisfy { $0.effect == .restart })
    }
}
