import Foundation
import Samples
import Synchronization
import Testing

@testable import Settings

@Suite struct SettingsFileTests {
    @Test func tellsOfAChangeOnceAndOfATouchNever() throws {
        try Fixtures.withDirectory { directory in
            let config = directory.appending(path: "andon.yaml")
            try Fixtures.write("log: {level: debug}", to: config)
            var file = SettingsFile(path: config.path)
            #expect(file.check() == .loaded(try Fixtures.settings("log: {level: debug}")))
            #expect(file.check() == .unchanged)
            try Fixtures.write("log: {level: debug}", to: config)
            #expect(file.check() == .unchanged)
            try Fixtures.write("# said otherwise\nlog:\n  level: debug", to: config)
            #expect(file.check() == .unchanged)
            try Fixtures.write("log: {level: error}", to: config)
            #expect(file.check() == .loaded(try Fixtures.settings("log: {level: error}")))
            #expect(file.check() == .unchanged)
        }
    }

    @Test func tellsOfABadContentOnceAndOfAnotherBadOneAgain() throws {
        try Fixtures.withDirectory { directory in
            let config = directory.appending(path: "andon.yaml")
            try Fixtures.write("{}", to: config)
            var file = SettingsFile(path: config.path)
            #expect(file.check() == .loaded(AndonSettings()))
            try Fixtures.write("log: {level: loud}", to: config)
            guard case .failed(let problems) = file.check() else {
                Issue.record("A bad level was taken.")
                return
            }
            #expect(problems.map(\.key) == ["log.level"])
            #expect(file.problems == problems)
            #expect(file.check() == .unchanged)
            #expect(file.problems == problems)
            try Fixtures.write("log: {level: louder}", to: config)
            #expect(file.check() != .unchanged)
            try Fixtures.write("{}", to: config)
            // What runs is what the file says again: nothing to apply, but nothing is wrong any more either.
            #expect(file.check() == .unchanged)
            #expect(file.problems.isEmpty)
        }
    }

    @Test func aFileThatVanishesFailsOnce() throws {
        try Fixtures.withDirectory { directory in
            let config = directory.appending(path: "andon.yaml")
            try Fixtures.write("{}", to: config)
            var file = SettingsFile(path: config.path)
            #expect(file.check() == .loaded(AndonSettings()))
            try FileManager.default.removeItem(at: config)
            let problem = SettingsProblem(
                file: config.path, line: nil, key: nil, sentence: "the file cannot be read: no such file or directory")
            #expect(file.check() == .failed([problem]))
            #expect(file.check() == .unchanged)
            try Fixtures.write("log: {level: error}", to: config)
            #expect(file.check() == .loaded(try Fixtures.settings("log: {level: error}")))
        }
    }

    @Test func aFirstFailureIsFollowedByTheFirstGoodContent() throws {
        try Fixtures.withDirectory { directory in
            let config = directory.appending(path: "andon.yaml")
            var file = SettingsFile(path: config.path)
            #expect(file.check() != .unchanged)
            #expect(file.check() == .unchanged)
            try Fixtures.write("{}", to: config)
            #expect(file.check() == .loaded(AndonSettings()))
        }
    }

    @Test func policyFilesCountToo() throws {
        try Fixtures.withDirectory { directory in
            let config = directory.appending(path: "andon.yaml")
            let rules = directory.appending(path: "rules.yaml")
            try Fixtures.write("policies: {files: [rules.yaml]}", to: config)
            try Fixtures.write("- {name: a, open_at: 9}", to: rules)
            var file = SettingsFile(path: config.path)
            #expect(file.loadedRules == ["a"])
            #expect(file.check() == .unchanged)
            try Fixtures.write("- {name: b, open_at: 9}", to: rules)
            #expect(file.loadedRules == ["b"])
            try FileManager.default.removeItem(at: rules)
            #expect(file.check() != .unchanged)
            #expect(file.check() == .unchanged)
            try Fixtures.write("{}", to: config)
            #expect(file.loadedRules == [])
            // The file is not named any more, so it does not count any more.
            try Fixtures.write("- nonsense", to: rules)
            #expect(file.check() == .unchanged)
        }
    }

    @Test func aSwappedLinkIsAChange() throws {
        try Fixtures.withDirectory { directory in
            // The way Kubernetes mounts a ConfigMap: andon.yaml -> ..data/andon.yaml, ..data -> ..<version>.
            for (version, level) in [("..1", "debug"), ("..2", "error")] {
                let place = directory.appending(path: version)
                try Fixtures.write(
                    "log: {level: \(level)}\npolicies: {files: [rules.yaml]}", to: place.appending(path: "andon.yaml"))
                try Fixtures.write("- {name: rule of \(level)}", to: place.appending(path: "rules.yaml"))
            }
            let files = FileManager.default
            let data = directory.appending(path: "..data").path
            try files.createSymbolicLink(atPath: data, withDestinationPath: "..1")
            for name in ["andon.yaml", "rules.yaml"] {
                let link = directory.appending(path: name).path
                try files.createSymbolicLink(atPath: link, withDestinationPath: "..data/\(name)")
            }
            var file = SettingsFile(path: directory.appending(path: "andon.yaml").path)
            #expect(file.loadedRules == ["rule of debug"])
            #expect(file.check() == .unchanged)
            try files.createSymbolicLink(atPath: data + "_tmp", withDestinationPath: "..2")
            #expect(rename(data + "_tmp", data) == 0)
            #expect(file.loadedRules == ["rule of error"])
            #expect(file.check() == .unchanged)
        }
    }

    @Test func readsEachFileOnceACheck() {
        let disk = Disk(["dir/andon.yaml": "policies: {files: [a.yaml, a.yaml]}", "dir/a.yaml": "[]"])
        var file = SettingsFile(path: "dir/andon.yaml", reading: { disk.read($0) })
        guard case .loaded = file.check() else {
            Issue.record("Good files were refused.")
            return
        }
        #expect(disk.takeReads() == ["dir/a.yaml": 1, "dir/andon.yaml": 1])
        #expect(file.check() == .unchanged)
        #expect(disk.takeReads() == ["dir/a.yaml": 1, "dir/andon.yaml": 1])
        disk.write("policies: {files: [b.yaml]}", to: "dir/andon.yaml")
        disk.write("[{name: b}]", to: "dir/b.yaml")
        #expect(file.loadedRules == ["b"])
        #expect(disk.takeReads() == ["dir/a.yaml": 1, "dir/andon.yaml": 1, "dir/b.yaml": 1])
    }
}

/// Files in memory that count how often they are read.
private final class Disk: Sendable {
    private let texts: Mutex<[String: String]>
    private let reads = Mutex<[String: Int]>([:])

    init(_ texts: [String: String]) {
        self.texts = Mutex(texts)
    }

    func write(_ text: String, to path: String) {
        texts.withLock { $0[path] = text }
    }

    func read(_ path: String) -> FileContent {
        reads.withLock { $0[path, default: 0] += 1 }
        return texts.withLock { $0[path].map { .text($0) } ?? .unreadable("no such file") }
    }

    func takeReads() -> [String: Int] {
        reads.withLock { reads in
            defer { reads = [:] }
            return reads
        }
    }
}

extension SettingsFile {
    /// The names of the rules that a check loads, or `nil` where it loads nothing.
    fileprivate var loadedRules: [String]? {
        mutating get {
            guard case .loaded(let settings) = check() else { return nil }
            return settings.policies.book.rules.map(\.name)
        }
    }
}
