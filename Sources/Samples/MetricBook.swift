/// What metrics are about and what they are measured in: as their names and labels say, unless something is assigned here.
public struct MetricBook: Equatable, Sendable {
    /// What holds for the metrics whose names fit a pattern.
    public struct Assignment<Value: Equatable & Sendable>: Equatable, Sendable {
        /// Pattern for the metric's name, as in ``SeriesSelector/name``.
        public var pattern: String
        /// What holds for it.
        public var value: Value

        /// A pattern and what holds for it.
        public init(_ pattern: String, _ value: Value) {
            self.pattern = pattern
            self.value = value
        }
    }

    /// Kinds by name; the first that fits holds.
    public var kinds: [Assignment<MetricKind>]
    /// Units by name; the first that fits holds.
    public var units: [Assignment<MetricUnit>]

    /// A book that assigns nothing unless given.
    public init(kinds: [Assignment<MetricKind>] = [], units: [Assignment<MetricUnit>] = []) {
        self.kinds = kinds
        self.units = units
    }

    /// What a series is measured in. Linear in the number of assignments: look it up once a series, not once a sample.
    public func unit(of key: SeriesKey) -> MetricUnit {
        Self.value(in: units, for: key) ?? MetricUnit(of: key)
    }

    /// What a series is about. Linear in the number of assignments.
    public func kind(of key: SeriesKey) -> MetricKind {
        Self.value(in: kinds, for: key) ?? MetricKind(of: key, unit: unit(of: key))
    }

    private static func value<Value>(in assignments: [Assignment<Value>], for key: SeriesKey) -> Value? {
        assignments.first { SeriesSelector.glob($0.pattern, key.name) }?.value
    }
}
