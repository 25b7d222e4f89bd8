/// The first few of many, in order, without sorting the many.
struct Shortlist<Entry> {
    /// How many are kept at most.
    let limit: Int
    private(set) var entries: [Entry] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Keeps an entry if it is among the first so far; of equal ones the earlier comes first.
    mutating func offer(_ entry: Entry, precedes: (Entry, Entry) -> Bool) {
        if entries.count >= limit {
            guard let last = entries.last, precedes(entry, last) else { return }
            entries.removeLast()
        }
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if precedes(entry, entries[middle]) { high = middle } else { low = middle + 1 }
        }
        entries.insert(entry, at: low)
    }
}
