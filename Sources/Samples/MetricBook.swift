/// What metrics are about, what they are measured in, and which are counters: as their names and labels say, unless something is assigned here.
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
    /// Types by name; the first that fits holds.
    public var types: [Assignment<MetricType>]

    /// A book that assigns nothing unless given.
    public init(
        kinds: [Assignment<MetricKind>] = [], units: [Assignment<MetricUnit>] = [],
        types: [Assignment<MetricType>] = []
    ) {
        self.kinds = kinds
        self.units = units
        self.types = types
    }

    /// The type that is assigned to a series; `nil` where none is. Linear in the number of assignments.
    public func assignedType(of key: SeriesKey) -> MetricType? { Self.value(in: types, for: key) }

    /// The type of a series as assigned, else as its name says; `nil` where its values have to tell.
    public func type(of key: SeriesKey) -> MetricType? { assignedType(of: key) ?? MetricType(of: key) }

    /// What a series is measured in; of a counter, its rate. Linear in the number of assignments: look it up once a series, not once
    /// a sample.
    ///
    /// - Parameter judged: what the series is judged as; left out, as ``type(of:)`` says.
    public func unit(of key: SeriesKey, as judged: MetricType? = nil) -> MetricUnit {
        let unit = Self.value(in: units, for: key) ?? MetricUnit(of: key)
        return judged ?? type(of: key) == .counter ? unit.perSecond : unit
    }

    /// What a series is about. Linear in the number of assignments.
    ///
    /// - Parameter judged: as of ``unit(of:as:)``.
    public func kind(of key: SeriesKey, as judged: MetricType? = nil) -> MetricKind {
        Self.value(in: kinds, for: key) ?? MetricKind(of: key, unit: unit(of: key, as: judged))
    }

    private static func value<Value>(in assignments: [Assignment<Value>], for key: SeriesKey) -> Value? {
        assignments.first { SeriesSelector.glob($0.pattern, key.name) }?.value
    }
}
