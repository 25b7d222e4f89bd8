import Yams

/// Reads a map, and the maps inside it, into a value by the fields it may have; tells of every key that is none.
struct SectionReader<Root: Sendable> {
    /// The keys that there are.
    let fields: [Field<Root>]
    /// Stands before every path that is shown, such as `policies.rules[2].`.
    let shownPrefix: String

    /// Takes all good values of a map into the root.
    func read(_ node: Node, into root: inout Root, _ findings: inout Findings) {
        section(node, at: "", into: &root, &findings)
    }

    private func section(_ node: Node, at prefix: String, into root: inout Root, _ findings: inout Findings) {
        // A heading whose keys are all commented out sets nothing.
        if node.isEmpty { return }
        guard case .mapping(let map) = node else {
            let shown = String((shownPrefix + prefix).dropLast())
            let keys = names(at: prefix).joined(separator: ", ")
            findings.refuse(node, at: shown.isEmpty ? "the file" : shown, mustBe: "a map with the keys \(keys)")
            return
        }
        for (key, value) in map {
            let path = prefix + (key.text ?? key.inWords)
            findings.saw(shownPrefix + path, at: key)
            if let field = fields.first(where: { $0.path == path }) {
                field.read(value, shownPrefix + path, &root, &findings)
            } else if fields.contains(where: { $0.path.hasPrefix(path + ".") }) {
                section(value, at: path + ".", into: &root, &findings)
            } else {
                unknown(key, at: prefix, &findings)
            }
        }
    }

    private func unknown(_ key: Node, at prefix: String, _ findings: inout Findings) {
        let name = key.text ?? key.inWords
        let known = names(at: prefix)
        let guess = known.map { ($0, EditDistance.between($0, name)) }.min { $0.1 < $1.1 }
        var sentence = "unknown key \(shownPrefix)\(prefix)\(name)"
        // Two slips are a typing error; more than a third of the word is another word.
        if let (word, distance) = guess, distance <= max(1, min(2, word.count / 3)) {
            sentence += "; did you mean \(word)?"
        } else {
            sentence += "."
        }
        sentence += " Allowed here: \(known.joined(separator: ", "))"
        findings.note(sentence, key: shownPrefix + prefix + name, line: key.mark?.line)
    }

    /// The names that may follow a prefix, sorted.
    private func names(at prefix: String) -> [String] {
        let next = fields.filter { $0.path.hasPrefix(prefix) }
            .compactMap { $0.path.dropFirst(prefix.count).split(separator: ".").first.map(String.init) }
        return Set(next).sorted()
    }
}
