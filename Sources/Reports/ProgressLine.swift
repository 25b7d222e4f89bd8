/// How far a replay is, at one moment, as one line.
package struct ProgressLine: Equatable, Sendable {
    /// How many places the bar takes.
    private static let barCells = 10

    /// The share that is done, in 0 ... 1; `nil` where the end is not known, as on standard input.
    package var share: Double?
    /// How many points were judged.
    package var points: Int
    /// Seconds since the start.
    package var seconds: Double
    /// The file that is being read.
    package var file: String

    /// One moment.
    package init(share: Double?, points: Int, seconds: Double, file: String) {
        self.share = share
        self.points = points
        self.seconds = seconds
        self.file = file
    }

    /// The line, without any control character: for a terminal with a bar and at most `width` places, else plain.
    ///
    /// `██████░░░░ 61 %  12.3 M points  1.31 M/s  4 s left  file.csv`
    package func text(width: Int?) -> String {
        let facts = [percent, Wording.short(Double(points)) + " points", rate, left].compactMap { $0 }
        let name = file.printable()
        guard let width else { return (facts + [name]).filter { !$0.isEmpty }.joined(separator: ", ") }
        let head = [bar].compactMap { $0 }.joined() + facts.joined(separator: "  ")
        let room = width - head.cells - 2
        // Of a name that hardly fits nothing would be known.
        return room < 4 ? head.cut(toCells: width) : name.isEmpty ? head : head + "  " + name.cut(toCells: room)
    }

    /// Held inside 0 ... 1; `nil` where it is no number.
    private var done: Double? {
        share.flatMap { $0.isFinite ? min(max($0, 0), 1) : nil }
    }

    private var percent: String? {
        // It is not at its end before it is.
        done.map { "\(Int(($0 * 100).rounded(.down))) %" }
    }

    private var bar: String? {
        done.map { done in
            let full = Int((done * Double(Self.barCells)).rounded(.down))
            return String(repeating: "█", count: full) + String(repeating: "░", count: Self.barCells - full) + " "
        }
    }

    private var rate: String? {
        seconds.isFinite && seconds > 0 ? Wording.short(Double(max(0, points)) / seconds) + "/s" : nil
    }

    /// What is left takes as long as what is done took; the first second and the first hundredth say too little.
    private var left: String? {
        guard let done, done >= 0.01, done < 1, seconds.isFinite, seconds >= 1 else { return nil }
        let milliseconds = min(max(1000, seconds * (1 - done) / done * 1000), 1e15)
        return Wording.span(milliseconds: Int64(milliseconds.rounded(.up))) + " left"
    }
}
