/// The events of one shard that wait, by step; those of one step in the order in which they came.
///
/// - Cost: each event is added and taken once; a shard sends steps that never fall, so that nothing is moved.
struct StepLane {
    private var entries: [StepQueue.Entry] = []
    /// What lies before was taken.
    private var first = 0

    /// How many events wait.
    var count: Int { entries.count - first }

    mutating func add(_ entry: StepQueue.Entry) {
        var place = entries.count
        while place > first, entries[place - 1].event.step > entry.event.step { place -= 1 }
        entries.insert(entry, at: place)
    }

    /// Takes the events of all steps before `limit`.
    mutating func takeAll(before limit: Int64) -> ArraySlice<StepQueue.Entry> {
        var end = first
        while end < entries.count, entries[end].event.step < limit { end += 1 }
        let taken = entries[first..<end]
        first = end
        // What was taken is given back once it is the larger part: no event is moved more than once for that.
        if 2 * first >= entries.count {
            entries.removeFirst(first)
            first = 0
        }
        return taken
    }
}
