extension SeriesKey {
    /// Reads `name` or `name{label="value",…}`, the inverse of ``description``; blanks between the parts are allowed.
    ///
    /// `nil` where a name is empty, a quote is left open, or anything stands behind the closing brace.
    public init?(parsing text: String) {
        var scanner = ScalarScanner(text)
        let name = scanner.takeUntil { $0 == "{" || $0 == "}" }.trimmingBlanks()
        guard !name.isEmpty else { return nil }
        guard !scanner.isAtEnd else {
            self.init(name)
            return
        }
        guard scanner.take("{"), let labels = Self.labels(&scanner) else { return nil }
        scanner.skipBlanks()
        guard scanner.isAtEnd else { return nil }
        self.init(name, labels)
    }

    /// What stands between the braces, and the closing one.
    private static func labels(_ scanner: inout ScalarScanner) -> Labels? {
        var pairs: [(name: String, value: String)] = []
        scanner.skipBlanks()
        while !scanner.take("}") {
            let name = scanner.takeUntil { $0 == "=" }.trimmingBlanks()
            guard !name.isEmpty, scanner.take("=") else { return nil }
            scanner.skipBlanks()
            guard let value = quoted(&scanner) else { return nil }
            pairs.append((name, value))
            scanner.skipBlanks()
            if scanner.take(",") {
                scanner.skipBlanks()
            } else if !scanner.isAt("}") {
                return nil
            }
        }
        return Labels(pairs)
    }

    /// The unescaped text between two quotes.
    private static func quoted(_ scanner: inout ScalarScanner) -> String? {
        guard scanner.take("\"") else { return nil }
        var value = ""
        while let scalar = scanner.next() {
            switch scalar {
            case "\"":
                return value
            case "\\":
                guard let escaped = scanner.next() else { return nil }
                value.unicodeScalars.append(escaped == "n" ? "\n" : escaped)
            default:
                value.unicodeScalars.append(scalar)
            }
        }
        return nil
    }
}

/// Reads a text scalar by scalar: a combining mark behind a quote does not hide the quote.
private struct ScalarScanner {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = text[...].unicodeScalars
    }

    var isAtEnd: Bool { rest.isEmpty }

    func isAt(_ scalar: Unicode.Scalar) -> Bool { rest.first == scalar }

    mutating func next() -> Unicode.Scalar? { rest.popFirst() }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    mutating func skipBlanks() {
        rest = rest.drop { $0 == " " || $0 == "\t" }
    }

    mutating func takeUntil(_ isEnd: (Unicode.Scalar) -> Bool) -> String {
        let part = rest.prefix { !isEnd($0) }
        rest = rest[part.endIndex...]
        return String(part)
    }
}

extension String {
    fileprivate func trimmingBlanks() -> String { String(trimmingSpaces()) }
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
