import Samples

/// The recent movements of one series, the newest last.
struct Track: Sendable {
    let key: SeriesKey
    /// Who acts in it.
    let service: String?
    /// What it is about.
    let kind: MetricKind
    /// At most ``CauseConfiguration/window`` of them.
    private(set) var movements: [Movement] = []

    init(key: SeriesKey, service: String?) {
        self.key = key
        self.service = service
        kind = MetricKind(of: key)
    }

    /// Milliseconds since 1970 UTC.
    var lastTime: Int64 { movements.last?.time ?? .min }

    mutating func append(_ movement: Movement, keeping window: Int) {
        if movements.count >= window { movements.removeFirst(movements.count - window + 1) }
        movements.append(movement)
    }

    /// When the stretch of movements that reaches to `time` began: its members lie at most three intervals apart.
    /// `nil` where the series did not move within three intervals of `time`.
    func excursion(at time: Int64, interval: Int64) -> ArraySlice<Movement>? {
        guard let last = movements.lastIndex(where: { $0.time <= time }),
            time - movements[last].time <= 3 * interval
        else { return nil }
        var first = last
        while first > 0, movements[first].time - movements[first - 1].time <= 3 * interval { first -= 1 }
        return movements[first...last]
    }

    /// The series on a grid of `count` intervals that ends at `time`: how far it was from its normal, on a logarithmic
    /// scale with its sign; 0 where it did not move.
    ///
    /// A newcomer has no scale of its own, so the size of its values against the largest stands in for it.
    func row(endingAt time: Int64, interval: Int64, count: Int, into row: UnsafeMutableBufferPointer<Float>) {
        row.update(repeating: 0)
        let largest = movements.reduce(0) { max($0, $1.newcomer == 1 ? abs($1.value) : 0) }
        for movement in movements where movement.time <= time {
            let (back, _) = (time - movement.time).quotientAndRemainder(dividingBy: interval)
            guard back < count else { continue }
            row[count - 1 - Int(back)] =
                movement.newcomer == 1
                ? (largest > 0 ? Float(2 * movement.value / largest) : 0) : Self.compressed(movement.residual)
        }
    }

    /// The logarithm keeps one huge residual from being all that a correlation sees.
    static func compressed(_ residual: Float) -> Float {
        let size = Logarithm.of(onePlus: abs(residual))
        return residual < 0 ? -size : size
    }
}
