import Samples

/// What each unit brings to an ``EventScore``, so that the score of any draw of units is a matter of adding up.
///
/// Units are the labelled files. A single file gives no idea of how files differ: then its series are the units, all
/// of them with the windows of the file, and a window is found in a draw when one of the drawn series found it.
struct EventUnits: Equatable {
    /// The earliest anomaly of a unit in a window.
    struct Hit: Equatable {
        /// The number of the window in its file.
        var window: Int
        /// From the start of the window, in seconds.
        var delay: Double
    }

    /// One unit.
    struct Unit: Equatable {
        var name: String
        var windows = 0
        var anomalies = 0
        var trueAnomalies = 0
        var days = 0.0
        var hits: [Hit] = []
    }

    /// In the order of the files, or of the series of the only one.
    private(set) var units: [Unit]
    /// How many windows all units share; `nil` where each has its own.
    let sharedWindows: Int?

    init(files: [FileHistory]) {
        let labelled = files.compactMap { file in file.windows.map { (file: file, windows: $0) } }
        if let only = labelled.first, labelled.count == 1 {
            sharedWindows = only.windows.count
            units = only.file.series.map { Self.unit($0.key.description, of: [$0], windows: only.windows) }
        } else {
            sharedWindows = nil
            units = labelled.map { Self.unit($0.file.path, of: $0.file.series, windows: $0.windows) }
        }
    }

    private static func unit(_ name: String, of series: [SeriesHistory], windows: [LabelWindow]) -> Unit {
        var unit = Unit(name: name, windows: windows.count)
        var earliest = [EventTime?](repeating: nil, count: windows.count)
        for one in series {
            unit.days += one.days
            unit.anomalies += one.anomalies.count
            for anomaly in one.anomalies {
                var isTrue = false
                for (number, window) in windows.enumerated() where window.contains(anomaly.opened) {
                    isTrue = true
                    earliest[number] = min(earliest[number] ?? anomaly.opened, anomaly.opened)
                }
                unit.trueAnomalies += isTrue ? 1 : 0
            }
        }
        for (number, opened) in earliest.enumerated() {
            guard let opened else { continue }
            unit.hits.append(Hit(window: number, delay: (opened - windows[number].start).inSeconds))
        }
        return unit
    }

    /// Every unit once.
    var score: EventScore { score(drawn: units.map { _ in 1 }) }

    /// Each unit as often as it was drawn.
    func score(drawn draws: [Int]) -> EventScore {
        var score = EventScore()
        var earliest: [Int: Double] = [:]
        for (unit, times) in zip(units, draws) where times > 0 {
            score.anomalies += unit.anomalies * times
            score.trueAnomalies += unit.trueAnomalies * times
            score.seriesDays += unit.days * Double(times)
            if sharedWindows == nil {
                score.windows += unit.windows * times
                for hit in unit.hits { score.delays += repeatElement(hit.delay, count: times) }
            } else {
                for hit in unit.hits { earliest[hit.window] = min(earliest[hit.window] ?? hit.delay, hit.delay) }
            }
        }
        if let sharedWindows {
            score.windows = sharedWindows
            score.delays = Array(earliest.values)
        }
        score.delays.sort()
        return score
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
        copy.units = names.map { byName[$0] ?? Unit(name: $0) }
        return copy
    }
}
