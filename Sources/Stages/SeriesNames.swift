import Samples

/// What the numbers of one shard's series stand for, and which of them the next stage knows.
///
/// It grows with the numbers that Ingest gives, hence with the configured limit of series.
struct SeriesNames {
    /// By number of the series; `nil` for those of other shards.
    private var keys: [SeriesKey?] = []
    private var isTold: [Bool] = []

    mutating func add(_ definition: Definition) {
        let place = Int(definition.id)
        if place >= keys.count {
            keys.append(contentsOf: repeatElement(nil, count: place + 1 - keys.count))
            isTold.append(contentsOf: repeatElement(false, count: place + 1 - isTold.count))
        }
        keys[place] = definition.key
    }

    func contains(_ id: UInt32) -> Bool {
        Int(id) < keys.count && keys[Int(id)] != nil
    }

    /// The definition of a series the first time that it is asked for; `nil` from then on, and for an unknown number.
    mutating func definitionToTell(of id: UInt32) -> Definition? {
        let place = Int(id)
        guard place < keys.count, !isTold[place], let key = keys[place] else { return nil }
        isTold[place] = true
        return Definition(id: id, key: key)
    }
}
