import Yams

/// What came to light while reading: problems, and where the keys stand.
struct Findings {
    /// The file that is being read, as it was named.
    var file: String
    /// In the order of reading.
    private(set) var problems: [SettingsProblem] = []
    /// Where each name of a rule was first used, as `file:line`.
    private(set) var ruleNames: [String: String] = [:]
    private var lines: [String: Int] = [:]

    /// Nothing yet.
    init(file: String) {
        self.file = file
    }

    /// Remembers where a key stands.
    mutating func saw(_ path: String, at node: Node) {
        lines[path] = node.mark?.line
    }

    /// The line on which a key was seen, or `nil` where it was not.
    func line(of path: String) -> Int? { lines[path] }

    /// Remembers the name of a rule; false where another rule has it already.
    mutating func claim(ruleName: String, at node: Node) -> Bool {
        guard ruleNames[ruleName] == nil else { return false }
        ruleNames[ruleName] = node.mark.map { "\(file):\($0.line)" } ?? file
        return true
    }

    /// A value that is not what its key takes.
    mutating func refuse(_ node: Node, at path: String, mustBe allowed: String) {
        note("\(path) is \(node.inWords); it must be \(allowed)", key: path, line: node.mark?.line)
    }

    /// Any other problem with a key; where `line` is `nil`, the line on which the key was seen.
    mutating func note(_ sentence: String, key: String?, line: Int? = nil) {
        let place = line ?? key.flatMap(self.line(of:))
        problems.append(SettingsProblem(file: file, line: place, key: key, sentence: sentence))
    }
}

extension Node {
    /// True for nothing at all, `~` and `null` without quotes.
    var isEmpty: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// The text of a value that is neither empty nor a list nor a map.
    var text: String? {
        guard case .scalar(let scalar) = self, !isEmpty else { return nil }
        return scalar.string
    }

    /// What stands here, short enough for a sentence.
    var inWords: String {
        switch self {
        case .scalar where isEmpty: return "empty"
        case .scalar(let scalar):
            let text = scalar.string.count > 60 ? scalar.string.prefix(57) + "..." : scalar.string
            return text.quotedIfNeeded
        case .sequence: return "a list"
        case .mapping: return "a map"
        case .alias: return "an alias"
        }
    }
}
