import Samples
import Yams

extension AndonSettings {
    /// Reads and validates a config file and the policy files it names.
    ///
    /// - Throws: all problems that were found.
    package static func load(path: String) throws(InvalidSettings) -> AndonSettings {
        try load(path: path, reading: FileContent.init(ofFileAt:))
    }

    /// The same from wherever `read` gets a file.
    static func load(path: String, reading read: (String) -> FileContent) throws(InvalidSettings) -> AndonSettings {
        switch read(path) {
        case .text(let yaml): return try parse(yaml: yaml, file: path, includes: read)
        case .unreadable(let reason):
            let sentence = "the file cannot be read: \(reason)"
            throw InvalidSettings([SettingsProblem(file: path, line: nil, key: nil, sentence: sentence)])
        }
    }

    /// Validates the text of a config file.
    ///
    /// - Parameters:
    ///   - yaml: The text.
    ///   - file: What problems call the file; its directory is where `policies.files` are sought.
    ///   - includes: Gives the content of a policy file by its path.
    /// - Throws: all problems that were found, in this file and in the policy files.
    package static func parse(
        yaml: String, file: String, includes: (String) -> FileContent
    ) throws(InvalidSettings) -> AndonSettings {
        var findings = Findings(file: file)
        var settings = AndonSettings()
        if let root = YAMLDocument.root(of: yaml, empty: "{} to run with every default", &findings) {
            SectionReader(fields: fields, shownPrefix: "").read(root, into: &settings, &findings)
            settings.check(&findings)
        }
        var rules: [PolicyBook.Rule] = []
        for (index, name) in settings.policies.files.enumerated() {
            rules += Self.rules(in: name, of: "policies.files[\(index)]", includes, &findings)
        }
        settings.policies.book.rules = rules + settings.policies.book.rules
        guard findings.problems.isEmpty else { throw InvalidSettings(findings.problems) }
        return settings
    }

    /// The path of a file that another file names.
    package static func path(of name: String, beside file: String) -> String {
        guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
        return file[...slash] + name
    }

    private static func rules(
        in name: String, of key: String, _ includes: (String) -> FileContent, _ findings: inout Findings
    ) -> [PolicyBook.Rule] {
        let config = findings.file
        let path = path(of: name, beside: config)
        switch includes(path) {
        case .unreadable(let reason):
            findings.note("\(key) names \(path), which cannot be read: \(reason)", key: key)
            return []
        case .text(let yaml):
            findings.file = path
            defer { findings.file = config }
            guard let root = YAMLDocument.root(of: yaml, empty: "[] for no rules", &findings) else { return [] }
            return Form.rules.read(root, "rules", &findings) ?? []
        }
    }
}
