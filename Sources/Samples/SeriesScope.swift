/// Which series a rule speaks of: one, or all that a pattern matches.
public enum SeriesScope: Hashable, Sendable {
    /// This one.
    case series(SeriesKey)
    /// All whose name and labels match; kind and unit are not looked at.
    case matching(SeriesSelector)

    /// Reads `name` or `name{label="value",…}`: exactly that series, or with `*` or `?` anywhere a pattern.
    ///
    /// `nil` where the text is no name of a series.
    public init?(parsing text: String) {
        guard let key = SeriesKey(parsing: text) else { return nil }
        let texts = [key.name] + key.labels.pairs.map(\.value)
        let isPattern = texts.contains { $0.contains("*") || $0.contains("?") }
        self = isPattern ? .matching(SeriesSelector(name: key.name, labels: key.labels.dictionary)) : .series(key)
    }

    /// True where it speaks of the series.
    public func contains(_ key: SeriesKey) -> Bool {
        switch self {
        case .series(let one): one == key
        case .matching(let selector): selector.matchesText(of: key)
        }
    }
}

extension SeriesScope: CustomStringConvertible {
    /// As it is read.
    public var description: String {
        switch self {
        case .series(let key): key.description
        case .matching(let selector): SeriesKey(selector.name, Labels(selector.labels)).description
        }
    }
}
