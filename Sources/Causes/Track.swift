import Samples

/// The recent movements of one series, the newest last.
struct Track: Sendable {
    let key: SeriesKey
    /// The key as a text, made once.
    let name: String
    /// Who acts in it.
    let service: String?
    /// What is named at most once among suspects: its service, or the series where it has none.
    let group: String
    /// What it is about.
    let kind: MetricKind
    /// At most ``CauseConfiguration/window`` of them.
    private(set) var movements: [Movement] = []
    /// The residual of each movement on a logarithmic scale, which is worth keeping: it is looked at from many moments.
    private var levels: [Float] = []

    init(key: SeriesKey, service: String?, kind: MetricKind) {
        self.key = key
        name = key.description
        self.service = service
        group = service.map(Self.group(ofService:)) ?? name
        self.kind = kind
    }

    /// The ``group`` of all series of a service.
    static func group(ofService service: String) -> String { "service " + service }

    /// Milliseconds since 1970 UTC.
    var lastTime: Int64 { movements.last?.time ?? .min }

    mutating func append(_ movement: Movement, keeping window: Int) {
        if movements.count >= window {
            let surplus = movements.count - window + 1
            movements.removeFirst(surplus)
            levels.removeFirst(surplus)
        }
        movements.append(movement)
        levels.append(Self.compressed(movement.residual))
    }

    /// When the stretch of movements that reaches to `time` began: its members lie at most three intervals apart, of
    /// this series or of the one that asks, whichever are longer. `nil` where the series did not move so near to `time`.
    func excursion(at time: Int64, interval: Int64) -> ArraySlice<Movement>? {
        guard let last = movements.lastIndex(where: { $0.time <= time }) else { return nil }
        let reach = 3 * max(interval, movements[last].interval)
        guard time - movements[last].time <= reach else { return nil }
        var first = last
        while first > 0, movements[first].time - movements[first - 1].time <= reach { first -= 1 }
        return movements[first...last]
    }

    /// The series on a grid of `count` intervals that ends at the moment: how far it was from its normal, on a
    /// logarithmic scale with its sign; 0 where it did not move.
    ///
    /// A movement of a series slower than the grid holds until its next sample is due.
    /// A newcomer has no scale of its own, so the size of its values against the largest stands in for it.
    func row(at moment: Panorama.Moment, count: Int) -> [Float] {
        var row = [Float](repeating: 0, count: count)
        let largest = movements.reduce(0) { max($0, $1.newcomer == 1 ? abs($1.value) : 0) }
        for (movement, level) in zip(movements, levels) where movement.time <= moment.time {
            let back = (moment.time - movement.time) / moment.interval
            guard back < count else { continue }
            let level = movement.newcomer == 1 ? (largest > 0 ? Float(2 * movement.value / largest) : 0) : level
            let held = min(back, max(0, movement.interval / moment.interval - 1))
            for cell in (count - 1 - Int(back))...(count - 1 - Int(back - held)) { row[cell] = level }
        }
        return row
    }

    /// The logarithm keeps one huge residual from being all that a correlation sees.
    static func compressed(_ residual: Float) -> Float {
        let size = Logarithm.of(onePlus: abs(residual))
        return residual < 0 ? -size : size
    }
}
