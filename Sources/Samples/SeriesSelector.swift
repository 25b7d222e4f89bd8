/// Chooses series by name, labels, kind and unit, with `*` for any run of characters and `?` for any one.
public struct SeriesSelector: Hashable, Sendable {
    /// Pattern for the metric's name; `*` takes all.
    public var name: String
    /// Patterns for labels, by label name; a label that the series does not carry counts as the empty text.
    public var labels: [String: String]
    /// What the metric must be about; `nil` takes all.
    public var kind: MetricKind?
    /// What the metric must be measured in; `nil` takes all.
    public var unit: MetricUnit?

    /// Takes every series.
    public static let all = SeriesSelector(name: "*")

    /// A selector by patterns.
    public init(
        name: String = "*", labels: [String: String] = [:], kind: MetricKind? = nil, unit: MetricUnit? = nil
    ) {
        self.name = name
        self.labels = labels
        self.kind = kind
        self.unit = unit
    }

    /// True where the name, every mentioned label, the kind and the unit match.
    ///
    /// - Parameters:
    ///   - kind: of the series.
    ///   - unit: of the series.
    public func matches(_ key: SeriesKey, kind: MetricKind, unit: MetricUnit) -> Bool {
        guard self.kind == nil || self.kind == kind, self.unit == nil || self.unit == unit else { return false }
        return matchesText(of: key)
    }

    /// True where the name and every mentioned label match, whatever the kind and the unit.
    func matchesText(of key: SeriesKey) -> Bool {
        guard Self.glob(name, key.name) else { return false }
        return labels.allSatisfy { Self.glob($0.value, key.labels[$0.key] ?? "") }
    }

    /// Shell-style matching with `*` and `?`; linear in the product of the lengths at worst, no recursion.
    static func glob(_ pattern: String, _ text: String) -> Bool {
        let (p, t) = (Array(pattern.unicodeScalars), Array(text.unicodeScalars))
        var (i, j) = (0, 0)
        var lastStar: (pattern: Int, text: Int)?
        while j < t.count {
            if i < p.count, p[i] == "*" {
                lastStar = (i, j)
                i += 1
            } else if i < p.count, p[i] == "?" || p[i] == t[j] {
                i += 1
                j += 1
            } else if let star = lastStar {
                i = star.pattern + 1
                j = star.text + 1
                lastStar = (star.pattern, j)
            } else {
                return false
            }
        }
        return p[i...].allSatisfy { $0 == "*" }
    }
}
