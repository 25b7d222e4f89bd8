import Yams

/// How one kind of value is written in YAML: what is allowed, how it is read, how it is printed.
struct Form<Value: Equatable & Sendable>: Sendable {
    /// Completes the sentence "it must be …".
    let allowed: String
    /// The value at a node, or `nil` after the findings have been told what is wrong with it.
    let read: @Sendable (_ node: Node, _ path: String, _ findings: inout Findings) -> Value?
    /// One line that differs for different values.
    let text: @Sendable (Value) -> String

    /// A form with all its parts.
    init(
        allowed: String, read: @escaping @Sendable (Node, String, inout Findings) -> Value?,
        text: @escaping @Sendable (Value) -> String
    ) {
        self.allowed = allowed
        self.read = read
        self.text = text
    }

    /// A form for a value that is one text; `parse` is `nil` for what is not allowed.
    init(
        scalar allowed: String, parse: @escaping @Sendable (String) -> Value?,
        text: @escaping @Sendable (Value) -> String = { "\($0)" }
    ) {
        self.init(
            allowed: allowed,
            read: { node, path, findings in
                if let text = node.text, let value = parse(text) { return value }
                findings.refuse(node, at: path, mustBe: allowed)
                return nil
            }, text: text)
    }

    /// The same for a value that may be left out; left out it prints as nothing.
    var optional: Form<Value?> {
        Form<Value?>(
            allowed: allowed, read: { node, path, findings in read(node, path, &findings) },
            text: { $0.map(text) ?? "" })
    }

    /// A list of such values; `count` bounds its length.
    func list(of items: String, count: ClosedRange<Int>) -> Form<[Value]> {
        let bounds =
            count.lowerBound == 0 ? "at most \(count.upperBound)" : "\(count.lowerBound) to \(count.upperBound)"
        let allowed = "a list of \(bounds) \(items), each \(self.allowed)"
        return Form<[Value]>(
            allowed: allowed,
            read: { node, path, findings in
                guard case .sequence(let nodes) = node, count.contains(nodes.count) else {
                    findings.refuse(node, at: path, mustBe: allowed)
                    return nil
                }
                // Reads on after a bad item, so that all of them are reported.
                let values = nodes.enumerated().map { index, node in
                    findings.saw("\(path)[\(index)]", at: node)
                    return read(node, "\(path)[\(index)]", &findings)
                }
                return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
            }, text: { "[" + $0.map(text).joined(separator: ", ") + "]" })
    }
}
