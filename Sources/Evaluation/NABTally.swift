/// What detections earned and cost in one file, or several of them together, under the rules of the Numenta benchmark.
///
/// Tallies of different files add up, so the score of any draw of files costs no more than adding them.
package struct NABTally: Equatable, Sendable {
    /// Labelled windows.
    package private(set) var windows = 0
    /// Windows of which at least one row is scored: it does not lie in the probation at the head of the file.
    package private(set) var scorableWindows = 0
    /// Windows with a detection.
    package private(set) var foundWindows = 0
    /// For each found window 1 at its first row, towards 0 at its last one.
    package private(set) var gain = 0.0
    /// For each false alarm 1, close behind a window less.
    package private(set) var falseAlarms = 0.0

    /// No file.
    package init() {}

    /// A file without any detection yet.
    init(windows: Int, scorableWindows: Int) {
        self.windows = windows
        self.scorableWindows = scorableWindows
    }

    /// Takes a detection into account; `earned` is what each window brought so far, 0 at first.
    mutating func detect(_ row: NABRows.Row, earned: inout [Double]) {
        guard let window = row.window else {
            falseAlarms += row.worth
            return
        }
        if earned[window] == 0 { foundWindows += 1 }
        gain += max(0, row.worth - earned[window])
        earned[window] = max(earned[window], row.worth)
    }

    /// Every window hit in its first row, and nothing else.
    package static func perfect(windows: Int) -> NABTally {
        var tally = NABTally(windows: windows, scorableWindows: windows)
        (tally.foundWindows, tally.gain) = (windows, Double(windows))
        return tally
    }

    /// Adds what another file, or several, brought.
    package mutating func add(_ other: NABTally, times: Int = 1) {
        windows += other.windows * times
        scorableWindows += other.scorableWindows * times
        foundWindows += other.foundWindows * times
        gain += other.gain * Double(times)
        falseAlarms += other.falseAlarms * Double(times)
    }

    /// The tallies of several files together, each as often as it was drawn, else once.
    package static func sum(of tallies: [NABTally], drawn draws: [Int]? = nil) -> NABTally {
        var sum = NABTally()
        for (index, tally) in tallies.enumerated() { sum.add(tally, times: draws?[index] ?? 1) }
        return sum
    }

    /// 100 where every window is hit in its first row and nothing else is; 0 for silence. `nil` without windows.
    ///
    /// Windows inside the probation are not charged as missed though they count, as the benchmark has it.
    package func score(_ profile: NABProfile) -> Double? {
        guard windows > 0 else { return nil }
        let silence = -profile.missCost * Double(windows)
        return 100 * (points(profile) - silence) / (Double(windows) - silence)
    }

    /// The score before it is put on the scale from silence to perfection.
    func points(_ profile: NABProfile) -> Double {
        gain - profile.missCost * Double(scorableWindows - foundWindows) - profile.falseAlarmCost * falseAlarms
    }
}
