import Foundation
import Samples
import Settings
import Testing

@Suite struct AndonSettingsReadingTests {
    @Test func readsEveryKindOfValue() throws {
        let settings = try Fixtures.settings(
            """
            doors:
              zeromq:
                subscribe: [tcp://*:7000, {connect: "tcp://bus.example:7001"}, {bind: ipc:///run/andon/in}]
                pull: []
                maximum_message: 64KiB
              limits: {future: 0s, past: 1h30m}
            labels: {service: [app]}
            models:
              time_zone: Europe/Berlin
              absolute_floor: 1e-9
            causes: {minimum_score: 1}
            stages: {link: "tcp://127.0.0.1:6000"}
            http: {address: "[::1]:0"}
            """)
        #expect(
            settings.doors.zeromq.subscribe.map(\.address) == [
                "tcp://*:7000", "tcp://bus.example:7001", "ipc:///run/andon/in",
            ])
        #expect(settings.doors.zeromq.subscribe.map(\.side) == [.bind, .connect, .bind])
        #expect(settings.doors.zeromq.pull.isEmpty)
        #expect(settings.doors.zeromq.maximumMessageBytes == 65_536)
        #expect(settings.doors.limits.future == .zero)
        #expect(settings.doors.limits.past == .seconds(5400))
        #expect(settings.labels.service == ["app"])
        #expect(settings.models.timeZone == "Europe/Berlin")
        #expect(settings.models.absoluteFloor == 1e-9)
        #expect(settings.causes.minimumScore == 1)
        #expect(settings.stages.link == .tcp(host: "127.0.0.1", basePort: 6000))
        #expect(settings.http.address?.host == "::1")
        #expect(settings.http.address?.port == 0)
        #expect(try Fixtures.settings("http: {address: off}").http.address == nil)
    }

    @Test func anEmptySectionSetsNothing() throws {
        #expect(try Fixtures.settings("doors:\nmodels:\n  ewma:\n") == AndonSettings())
        #expect(try Fixtures.settings("{}") == AndonSettings())
    }

    @Test func freePortsAndConnectionsNeverCollide() {
        let anyPort = "doors: {zeromq: {subscribe: ['tcp://127.0.0.1:*'], pull: ['tcp://127.0.0.1:*']}}"
        #expect(Fixtures.problems(anyPort).isEmpty)
        let connected = "doors: {zeromq: {subscribe: [{connect: tcp://a:1}], pull: [{connect: tcp://a:1}]}}"
        #expect(Fixtures.problems(connected).isEmpty)
    }

    @Test func readsRulesInOrderBehindThoseOfFiles() throws {
        let settings = try Fixtures.settings(
            """
            policies:
              files: [../models/a.yaml, /etc/b.yaml]
              standard: {open_at: 9.5, accept_after: 2h}
              rules:
                - {name: mine, match: {name: "cpu_*", labels: {mode: "no", core: ""}}, direction: below, enabled: false}
            """,
            files: [
                "config/../models/a.yaml": "- {name: a, minimum_deviation: 0.1, close_after: 3}",
                "/etc/b.yaml": "- name: b\n  warning_at: 0.5\n  critical_at: 0.9",
            ])
        let book = settings.policies.book
        #expect(book.rules.map(\.name) == ["a", "b", "mine"])
        #expect(book.standard == Policy(openAt: 9.5, acceptAfter: .seconds(7200)))
        #expect(book.rules[0].match == .all)
        #expect(book.rules[0].minimumDeviation == 0.1)
        #expect(book.rules[0].closeAfter == 3)
        #expect(book.rules[0].direction == nil)
        #expect(book.rules[1].warningAt == 0.5)
        #expect(book.rules[2].match == SeriesSelector(name: "cpu_*", labels: ["mode": "no", "core": ""]))
        #expect(book.rules[2].direction == .below)
        #expect(book.rules[2].enabled == false)
    }

    @Test func aRuleMayGoBackToTheBudget() throws {
        let settings = try Fixtures.settings(
            "policies: {standard: {open_at: 9}, rules: [{name: a, match: {name: a}, open_at: budget}, {name: b}]}")
        #expect(settings.policies.book.policy(for: SeriesKey("a")).openAt == nil)
        #expect(settings.policies.book.policy(for: SeriesKey("b")).openAt == 9)
        #expect(try Fixtures.settings("policies: {standard: {open_at: budget}}") == AndonSettings())
    }

    @Test func tellsOfAllProblemsAtOnce() {
        let yaml = """
            models:
              warm_up: 1
              ewma: {alpha: 2}
            policies:
              files: [a.yaml, b.yaml]
            log:
              level: loud
            """
        #expect(
            Fixtures.problems(yaml, files: ["config/a.yaml": "- {name: x, direction: up}\n- {nam: y}"]) == [
                "config/andon.yaml:2: models.warm_up is 1; it must be a whole number from 2 to 100000",
                "config/andon.yaml:3: models.ewma.alpha is 2; it must be a number from 0.0001 to 0.9999",
                "config/andon.yaml:7: log.level is loud; it must be one of trace, debug, info, notice, warning, error",
                "config/a.yaml:1: rules[0].direction is up; it must be one of above, below, both",
                "config/a.yaml:2: unknown key rules[1].nam; did you mean name? Allowed here: accept_after, close_after, "
                    + "critical_at, direction, enabled, false_alarm_every, flap_after, flap_within, gone_after, match, minimum_deviation, "
                    + "minimum_relative_deviation, name, open_after, open_at, silence, warning_at",
                "config/andon.yaml:5: policies.files[1] names config/b.yaml, which cannot be read: no such file",
            ])
    }

    @Test(arguments: BadSettings.values + BadSettings.keys + BadSettings.documents + BadSettings.rules)
    func aBadTextIsASentence(bad: BadSettings) {
        #expect(Fixtures.problems(bad.yaml) == [bad.sentence])
    }

    @Test func anEmptyPolicyFileIsAProblem() {
        let problems = Fixtures.problems("policies: {files: [r.yaml]}", files: ["config/r.yaml": "# nothing\n"])
        #expect(problems == ["config/r.yaml: the file is empty; write [] for no rules"])
        #expect(Fixtures.problems("policies: {files: [r.yaml]}", files: ["config/r.yaml": "[]"]).isEmpty)
    }

    @Test func aPolicyFileThatIsNoListIsAProblem() {
        let problems = Fixtures.problems("policies: {files: [r.yaml]}", files: ["config/r.yaml": "rules: []"])
        #expect(
            problems == [
                "config/r.yaml:1: rules is a map; it must be a list of rules, such as "
                    + "{name: errors, match: {name: \"*errors*\"}, direction: above}"
            ])
    }

    @Test func aNameThatTwoFilesUseIsAProblem() {
        let problems = Fixtures.problems(
            "policies:\n  files: [r.yaml]\n  rules:\n    - {name: x}", files: ["config/r.yaml": "\n- {name: x}"])
        #expect(
            problems == [
                "config/r.yaml:2: rules[0].name is x, as the rule at config/andon.yaml:4 is; each needs a name of its own"
            ])
    }

    @Test func aMissingFileIsASentence() {
        Fixtures.expectProblem("the file cannot be read: no such file or directory", at: "/nowhere/andon.yaml")
    }

    @Test func aDirectoryIsASentence() {
        Fixtures.expectProblem("the file cannot be read: is a directory", at: Fixtures.path("config"))
    }

    @Test func bytesThatAreNoTextAreASentence() throws {
        try Fixtures.withDirectory { directory in
            let file = directory.appending(path: "andon.yaml")
            try Fixtures.write("", to: file)
            let handle = try #require(FileHandle(forWritingAtPath: file.path))
            try handle.write(contentsOf: Data([0x61, 0xFF, 0xFE]))
            try handle.close()
            Fixtures.expectProblem("the file cannot be read: it is not UTF-8 text", at: file.path)
        }
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func deepNestingIsRefused(opening: String) {
        #expect(!Fixtures.problems(String(repeating: opening, count: 100_000)).isEmpty)
    }

    @Test func noTextCrashesTheReader() {
        let yaml =
            "doors: {zeromq: {subscribe: [tcp://a:1, {connect: tcp://b:2}]}}\npolicies:\n  rules:\n  - {name: x}\n"
        let bytes = Array(yaml.utf8)
        for end in 0...bytes.count {
            _ = Fixtures.problems(String(decoding: bytes[..<end], as: UTF8.self))
        }
        for index in bytes.indices {
            for byte in "\t:{}[],&*!|>'\"%@`-? \n#\0".utf8 {
                var changed = bytes
                changed[index] = byte
                _ = Fixtures.problems(String(decoding: changed, as: UTF8.self))
            }
        }
    }
}
