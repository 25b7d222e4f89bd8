/// The rules that hold, in the order in which they were made; bounded.
public struct FeedbackRules: Equatable, Sendable {
    /// Rules, and exceptions of one rule, that there may be: looked through for each anomaly that would open.
    public static let limit = 4096

    /// The oldest first.
    public private(set) var all: [FeedbackRule] = []

    /// No rules.
    public init() {}

    /// True where nothing is kept quiet.
    public var isEmpty: Bool { all.isEmpty }

    /// The rule of this id.
    public subscript(id: String) -> FeedbackRule? { all.first { $0.id == id } }

    /// Adds a rule, in the place of one with the same id.
    ///
    /// - Returns: false where there is no room.
    @discardableResult
    public mutating func add(_ rule: FeedbackRule) -> Bool {
        if let place = all.firstIndex(where: { $0.id == rule.id }) {
            all[place] = rule
        } else {
            guard all.count < Self.limit else { return false }
            all.append(rule)
        }
        return true
    }

    /// Takes a rule away.
    ///
    /// - Returns: false where there is none of this id.
    @discardableResult
    public mutating func remove(_ id: String) -> Bool {
        let count = all.count
        all.removeAll { $0.id == id }
        return all.count < count
    }

    /// Lets a rule speak of a series no more: one that speaks of no other is taken away, and so is one with too many exceptions.
    public mutating func withdraw(_ id: String, from series: SeriesKey) {
        guard let place = all.firstIndex(where: { $0.id == id }), !all[place].exceptions.contains(series) else {
            return
        }
        if all[place].scope == .series(series) || all[place].exceptions.count == Self.limit {
            all.remove(at: place)
        } else {
            all[place].exceptions.append(series)
        }
    }

    /// Takes away the rules that have ended.
    public mutating func removeExpired(at time: EventTime) {
        all.removeAll { $0.expiry <= time }
    }

    /// The first rule by which an anomaly of the series that goes so far at this time is not to be told; `nil` stands for its silence.
    public func covering(
        _ series: SeriesKey, _ departure: Departure?, at time: EventTime, by clock: CivilClock
    ) -> FeedbackRule? {
        all.first { $0.covers(series, departure, at: time, by: clock) }
    }

    /// Does once more what feedback did.
    public mutating func follow(_ record: FeedbackRecord) {
        guard record.refusal == nil else { return }
        for id in record.withdrawn {
            if let series = record.series { withdraw(id, from: series) } else { remove(id) }
        }
        if let rule = record.rule { add(rule) }
    }
}
