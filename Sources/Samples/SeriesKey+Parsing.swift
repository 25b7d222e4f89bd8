extension SeriesKey {
    /// Reads `name` or `name{label="value",…}`, the inverse of ``description``; blanks between the parts are allowed.
    ///
    /// `nil` where a name is empty, a quote is left open, or anything stands behind the closing brace.
    public init?(parsing text: String) {
        guard let brace = text.firstIndex(of: "{") else {
            let name = text.trimmingSpaces()
            guard !name.isEmpty, !name.contains("}") else { return nil }
            self.init(String(name))
            return
        }
        let name = text[..<brace].trimmingSpaces()
        let rest = text[text.index(after: brace)...].trimmingSpaces()
        guard !name.isEmpty, rest.last == "}", let labels = Self.labels(in: rest.dropLast()) else { return nil }
        self.init(String(name), labels)
    }

    private static func labels(in text: Substring) -> Labels? {
        var pairs: [(name: String, value: String)] = []
        var rest = text.trimmingSpaces()
        while !rest.isEmpty {
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let name = rest[..<equals].trimmingSpaces()
            let afterEquals = rest[rest.index(after: equals)...].trimmingSpaces()
            guard !name.isEmpty, afterEquals.first == "\"", let (value, behind) = quoted(afterEquals.dropFirst()) else {
                return nil
            }
            pairs.append((String(name), value))
            rest = behind.trimmingSpaces()
            if rest.first == "," {
                rest = rest.dropFirst().trimmingSpaces()
            } else if !rest.isEmpty {
                return nil
            }
        }
        return Labels(pairs)
    }

    /// The unescaped text up to the closing quote, and what follows it.
    private static func quoted(_ text: Substring) -> (value: String, behind: Substring)? {
        var value = ""
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case "\"":
                return (value, text[text.index(after: index)...])
            case "\\":
                index = text.index(after: index)
                guard index < text.endIndex else { return nil }
                value.append(text[index] == "n" ? "\n" : text[index])
            default:
                value.append(text[index])
            }
            index = text.index(after: index)
        }
        return nil
    }
}

extension StringProtocol {
    /// Without the blanks and tabs at both ends.
    package func trimmingSpaces() -> SubSequence {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let head = self.drop(while: isBlank)
        guard let last = head.lastIndex(where: { !isBlank($0) }) else { return head.prefix(0) }
        return head[...last]
    }
}
