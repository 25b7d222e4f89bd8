/// Values by name, for the names used last: when one too many comes, the name unused longest is forgotten.
///
/// - Cost: one dictionary look-up; a new name beyond the limit looks at every place once.
struct RecentlyUsed<Value: Sendable>: Sendable {
    private let limit: Int
    private var indices: [String: Int] = [:]
    private var names: [String] = []
    private var lastUses: [UInt64] = []
    private var uses: UInt64 = 0
    /// By the index that ``use(_:initial:)`` gave, which holds until the next use.
    var values: [Value] = []
    /// How many names were forgotten.
    private(set) var evictions = 0

    init(limit: Int) {
        precondition(limit >= 1, "At least one name is remembered.")
        self.limit = limit
    }

    /// The index of a name's value, made with `initial` where the name is new.
    mutating func use(_ name: String, initial: @autoclosure () -> Value) -> Int {
        let index = indices[name] ?? place(name, initial())
        uses += 1
        lastUses[index] = uses
        return index
    }

    /// The value of a name that is remembered; looking is no use of it.
    func value(of name: String) -> Value? {
        indices[name].map { values[$0] }
    }

    private mutating func place(_ name: String, _ value: Value) -> Int {
        guard values.count == limit, let oldest = lastUses.indices.min(by: { lastUses[$0] < lastUses[$1] }) else {
            indices[name] = values.count
            names.append(name)
            lastUses.append(0)
            values.append(value)
            return values.count - 1
        }
        indices[names[oldest]] = nil
        indices[name] = oldest
        names[oldest] = name
        values[oldest] = value
        evictions += 1
        return oldest
    }
}
