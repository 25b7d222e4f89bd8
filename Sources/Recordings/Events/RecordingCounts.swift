/// What a recording had so far.
package struct RecordingCounts: Equatable, Sendable {
    /// How often something occurred, and where first.
    package struct Occurrences: Equatable, Sendable {
        /// How often.
        package var count = 0
        /// The line where it was met first, counted from 1; `nil` where that is not known.
        package var firstLine: Int?
    }

    /// Samples given.
    package var samples = 0
    private var oddities = [Occurrences](repeating: Occurrences(), count: Oddity.allCases.count)

    /// Nothing yet.
    package init() {}

    /// How often there was something odd, and where first.
    package subscript(oddity: Oddity) -> Occurrences {
        get { oddities[oddity.place] }
        set { oddities[oddity.place] = newValue }
    }

    /// Counts something odd in a line.
    mutating func note(_ oddity: Oddity, line: Int) {
        oddities[oddity.place].count += 1
        if oddities[oddity.place].firstLine == nil { oddities[oddity.place].firstLine = line }
    }

    /// Lines told as bad.
    package var badLines: Int { self[.badLine].count }
    /// True where nothing is odd.
    package var isPlain: Bool { oddities.allSatisfy { $0.count == 0 } }

    /// Both together; of two files no line is the first.
    package static func + (a: RecordingCounts, b: RecordingCounts) -> RecordingCounts {
        var sum = RecordingCounts()
        sum.samples = a.samples + b.samples
        for oddity in Oddity.allCases { sum[oddity].count = a[oddity].count + b[oddity].count }
        return sum
    }
}

extension Oddity {
    fileprivate var place: Int {
        switch self {
        case .badLine: 0
        case .empty: 1
        case .stale: 2
        case .duplicate: 3
        case .stepBack: 4
        case .gap: 5
        case .irregular: 6
        }
    }
}
