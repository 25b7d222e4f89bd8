import Samples

/// What each unit brings to an ``EventScore``, so that the score of any draw of units is a matter of adding up.
///
/// Units are the labelled files. A single file gives no idea of how files differ: then its series are the units, all
/// of them with the windows of the file, and a window is found in a draw when one of the drawn series found it.
struct EventUnits: Equatable {
    /// One unit.
    struct Unit: Equatable {
        var name: String
        var counts = EventCounts()
    }

    /// In the order of the files, or of the series of the only one.
    private(set) var units: [Unit]
    /// How many windows all units share; `nil` where each has its own.
    let sharedWindows: Int?

    init(files: [FileHistory]) {
        let labelled = files.filter { $0.windows != nil }
        if let only = labelled.first, labelled.count == 1 {
            sharedWindows = only.windows?.count
            units = only.series.map { Unit(name: $0.key.description, counts: only.counts(of: $0)) }
        } else {
            sharedWindows = nil
            units = labelled.map { file in
                var counts = EventCounts(windows: file.windows?.count ?? 0)
                for one in file.series { counts.join(file.counts(of: one)) }
                return Unit(name: file.path, counts: counts)
            }
        }
    }

    /// Every unit once.
    var score: EventScore { score(drawn: units.map { _ in 1 }) }

    /// Each unit as often as it was drawn.
    func score(drawn draws: [Int]) -> EventScore {
        guard let sharedWindows else {
            return EventScore(zip(units, draws).lazy.map { (counts: $0.counts, times: $1) })
        }
        var whole = EventCounts(windows: sharedWindows)
        for (unit, times) in zip(units, draws) where times > 0 { whole.join(unit.counts, times: times) }
        return EventScore([(counts: whole, times: 1)])
    }

    /// Both with the same units in the same order: what only one of them has brings nothing to the other.
    ///
    /// `nil` where one counts files and the other series.
    static func paired(_ first: EventUnits, _ second: EventUnits) -> (first: EventUnits, second: EventUnits)? {
        guard (first.sharedWindows == nil) == (second.sharedWindows == nil) else { return nil }
        let (firstNames, secondNames) = (first.units.map(\.name), second.units.map(\.name))
        guard firstNames != secondNames else { return (first, second) }
        let known = Set(firstNames)
        let names = firstNames + secondNames.filter { !known.contains($0) }
        return (first.reordered(names), second.reordered(names))
    }

    private func reordered(_ names: [String]) -> EventUnits {
        let byName = Dictionary(units.map { ($0.name, $0) }) { first, _ in first }
        var copy = self
        copy.units = names.map { byName[$0] ?? Unit(name: $0, counts: EventCounts(windows: sharedWindows ?? 0)) }
        return copy
    }
}
