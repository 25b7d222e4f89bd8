import Samples
import Yams

extension Form where Value == SocketEndpoint {
    /// An address to bind, or `{connect: address}`.
    static let endpoint: Form = {
        let allowed = "tcp://host:port, ipc://path or inproc://name, or {connect: …} around one of them"
        return Form(
            allowed: allowed,
            read: { node, path, findings in
                let (address, side, place) = unwrapped(node, path)
                if let text = address.text, let endpoint = SocketEndpoint(text, side: side) { return endpoint }
                findings.refuse(address, at: place, mustBe: allowed)
                return nil
            }, text: { "\($0)" })
    }()

    /// The address inside `{bind: address}` or `{connect: address}`; anything else is bound as it stands.
    private static func unwrapped(_ node: Node, _ path: String) -> (Node, SocketEndpoint.Side, String) {
        guard case .mapping(let map) = node, map.count == 1, let (key, value) = map.first,
            let side = key.text.flatMap(SocketEndpoint.Side.init)
        else { return (node, .bind, path) }
        return (value, side, "\(path).\(side)")
    }
}

extension Form where Value == [String: String] {
    /// Patterns by the name of a label.
    static let labelPatterns: Form = {
        let allowed = "a map of label names to patterns, such as {device: \"sd*\"}"
        return Form(
            allowed: allowed,
            read: { node, path, findings in
                guard case .mapping(let map) = node else {
                    findings.refuse(node, at: path, mustBe: allowed)
                    return nil
                }
                var patterns: [String: String] = [:]
                for (key, value) in map {
                    if let name = key.text, !name.isEmpty, let pattern = value.text {
                        patterns[name] = pattern
                    } else {
                        findings.refuse(value, at: "\(path).\(key.inWords)", mustBe: "a pattern, such as \"sd*\"")
                    }
                }
                return patterns.count == map.count ? patterns : nil
            },
            text: { patterns in
                let pairs = patterns.sorted { $0.key < $1.key }
                return "{"
                    + pairs.map { "\($0.key.quotedIfNeeded): \($0.value.quotedIfNeeded)" }.joined(separator: ", ") + "}"
            })
    }()
}

extension Form {
    /// One of a few words for each of some patterns, in the order in which they stand.
    static func assignments<Word>(_ example: String) -> Form
    where
        Value == [MetricBook.Assignment<Word>],
        Word: RawRepresentable & CaseIterable & Sendable, Word.RawValue == String
    {
        let word = Form<Word>.choice
        let allowed = "a map of name patterns to \(word.allowed), such as \(example)"
        return Form(
            allowed: allowed,
            read: { node, path, findings in
                guard case .mapping(let map) = node else {
                    findings.refuse(node, at: path, mustBe: allowed)
                    return nil
                }
                let pairs = map.map { key, value in
                    key.text.flatMap { pattern in
                        word.read(value, "\(path).\(pattern)", &findings).map { Value.Element(pattern, $0) }
                    }
                }
                return pairs.contains { $0 == nil } ? nil : pairs.compactMap(\.self)
            },
            text: { all in
                let pairs = all.map { "\($0.pattern.quotedIfNeeded): \($0.value.rawValue)" }
                return "{" + pairs.joined(separator: ", ") + "}"
            })
    }
}

extension Form where Value == [PolicyBook.Rule] {
    /// Rules, each with a name of its own.
    static let rules: Form = {
        let allowed = "a list of rules, such as {name: errors, match: {name: \"*errors*\"}, direction: above}"
        return Form(
            allowed: allowed,
            read: { node, path, findings in
                guard case .sequence(let nodes) = node else {
                    findings.refuse(node, at: path, mustBe: allowed)
                    return nil
                }
                return nodes.enumerated().map { index, node in
                    PolicyBook.Rule(reading: node, at: "\(path)[\(index)]", &findings)
                }
            }, text: { "[" + $0.map(\.inWords).joined(separator: ", ") + "]" })
    }()
}
