import Yams

/// One YAML text as a tree of nodes that know their lines.
enum YAMLDocument {
    /// The root, or `nil` after the findings have been told what is wrong; `empty` is what to write instead of nothing.
    static func root(of yaml: String, empty: String, _ findings: inout Findings) -> Node? {
        do {
            if let root = try compose(yaml: yaml, .default, .default, .utf8), !root.isEmpty { return root }
            // An editor that empties a file before it writes it must not switch everything to defaults for a moment.
            findings.note("the file is empty; write \(empty)", key: nil)
        } catch let error as YamlError {
            report(error, in: yaml, &findings)
        } catch {
            findings.note("the YAML cannot be read: \(error)", key: nil)
        }
        return nil
    }

    private static func report(_ error: YamlError, in yaml: String, _ findings: inout Findings) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let line =
                yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropFirst(mark.line - 1).first
                ?? ""
            if line.prefix(while: \.isWhitespace).contains("\t") {
                findings.note("a tab indents this line; YAML takes only spaces", key: nil, line: mark.line)
            } else {
                let detail = context.map { "\($0.text) from line \($0.mark.line), \(problem)" } ?? problem
                findings.note("this is not YAML: \(detail) (column \(mark.column))", key: nil, line: mark.line)
            }
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map(\.quotedIfNeeded).joined(separator: ", ")
            findings.note("duplicate key \(names); each key may stand once", key: nil, line: context.mark.line)
        case .reader(let problem, let offset, _, _):
            let line = offset.map { yaml.prefix($0).count(where: \.isNewline) + 1 }
            findings.note("this is not YAML: \(problem)", key: nil, line: line)
        default:
            findings.note("this is not YAML: \(error)", key: nil)
        }
    }
}
