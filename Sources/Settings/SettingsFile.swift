/// A config file that is watched: tells when its content, or that of the policy files it names, has changed.
///
/// Compares what the files say, not their dates, so that a swapped link counts as a change and a touch does not. It
/// neither waits nor keeps time: whoever owns it calls ``check()`` as often as `reload.poll` says, and on SIGHUP.
package struct SettingsFile: Sendable {
    /// What a check found.
    package enum Outcome: Equatable, Sendable {
        /// As at the last check, or other words for the same settings.
        case unchanged
        /// Good settings that differ from those given out before.
        case loaded(AndonSettings)
        /// Content that is new and cannot be used; told once.
        case failed([SettingsProblem])
    }

    /// The config file.
    package let path: String
    /// What is wrong with the files as they are now; empty where they are good, also when they say nothing new.
    package private(set) var problems: [SettingsProblem] = []

    private let read: @Sendable (String) -> FileContent
    /// Each file of the last check with what it said.
    private var contents: [String: FileContent] = [:]
    /// What was given out last.
    private var current: AndonSettings?

    /// Watches a file that has not been read yet; the first ``check()`` loads it or fails.
    package init(path: String) {
        self.init(path: path, reading: { FileContent(ofFileAt: $0) })
    }

    /// The same with files from wherever `read` gets them.
    init(path: String, reading read: @escaping @Sendable (String) -> FileContent) {
        self.path = path
        self.read = read
    }

    /// Reads each file once, and validates those very bytes where any differ from the last check's.
    package mutating func check() -> Outcome {
        var fresh: [String: FileContent] = [:]
        for name in contents.keys { fresh[name] = read(name) }
        if !contents.isEmpty, fresh == contents { return .unchanged }
        let known = fresh
        var used: [String: FileContent] = [:]
        defer { contents = used }
        do throws(InvalidSettings) {
            let loaded = try AndonSettings.load(path: path) { name in
                let content = used[name] ?? known[name] ?? read(name)
                used[name] = content
                return content
            }
            problems = []
            if loaded == current { return .unchanged }
            current = loaded
            return .loaded(loaded)
        } catch {
            problems = error.problems
            return .failed(error.problems)
        }
    }
}
