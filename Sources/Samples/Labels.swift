/// Names and values that tell one series from its siblings, sorted by name, each name once.
public struct Labels: Hashable, Sendable {
    /// One name with its value.
    public struct Pair: Hashable, Sendable {
        /// Letters, digits and `_`, by convention.
        public let name: String
        /// Any text.
        public let value: String

        /// A name with its value.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// In ascending order of the names' bytes.
    public let pairs: [Pair]

    /// No labels.
    public static let none = Labels(uniqueSorted: [])

    /// Sorts; of a name that occurs twice the last value counts.
    public init(_ pairs: some Sequence<(name: String, value: String)>) {
        var byName: [String: String] = [:]
        for (name, value) in pairs { byName[name] = value }
        self.init(byName)
    }

    /// Sorts by name.
    public init(_ dictionary: [String: String]) {
        self.init(
            uniqueSorted: dictionary.map { Pair(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name })
    }

    private init(uniqueSorted pairs: [Pair]) {
        self.pairs = pairs
    }

    /// The value of a label, or `nil` where the series does not carry it.
    public subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// True without any label.
    public var isEmpty: Bool { pairs.isEmpty }

    /// As a dictionary.
    public var dictionary: [String: String] {
        Dictionary(uniqueKeysWithValues: pairs.map { ($0.name, $0.value) })
    }
}

extension Labels: ExpressibleByDictionaryLiteral {
    /// Sorts; of a name that occurs twice the last value counts.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { (name: $0.0, value: $0.1) })
    }
}
