import Detection
import Samples

/// Findings of all shards, held back until every shard has passed their step, then given out step by step.
///
/// Within a step the order is fixed (changes, movements, transitions, each by series), so what is decided does not
/// depend on which shard was faster.
struct StepQueue {
    /// What there is to know at one step.
    enum Event: Sendable {
        case change(SteppedChange)
        case movement(Movement)
        case transition(Transition)

        var step: Int64 {
            switch self {
            case .change(let change): change.step
            case .movement(let movement): movement.step
            case .transition(let transition): transition.step
            }
        }

        /// Its place within the step.
        private var rank: (kind: Int, series: UInt32) {
            switch self {
            case .change: (0, 0)
            case .movement(let movement): (1, movement.series)
            case .transition(let transition): (2, transition.series)
            }
        }

        static func precedes(_ a: Event, _ b: Event) -> Bool {
            (a.step, a.rank.kind, a.rank.series) < (b.step, b.rank.kind, b.rank.series)
        }
    }

    private var waiting: [Event] = []
    /// By shard: it will send nothing before this step any more.
    private var watermarks: [Int64]

    init(shards: Int) {
        watermarks = [Int64](repeating: .min, count: shards)
    }

    /// Every shard has sent all of every step before this one.
    var watermark: Int64 { watermarks.min() ?? .min }

    /// How many events wait.
    var count: Int { waiting.count }

    /// Takes what one shard found, up to its watermark.
    mutating func add(_ findings: Findings) {
        waiting.append(contentsOf: findings.changes.map(Event.change))
        waiting.append(contentsOf: findings.movements.map(Event.movement))
        waiting.append(contentsOf: findings.transitions.map(Event.transition))
        let shard = Int(findings.head.sender)
        guard shard < watermarks.count else { return }
        watermarks[shard] = findings.head.isEnd ? .max : max(watermarks[shard], findings.head.watermark)
    }

    /// The events of all steps that every shard has passed, in order. A series' own events of one step stay in the order
    /// in which they came.
    mutating func takeReady() -> [Event] {
        let limit = watermark
        let ready = waiting.filter { $0.step < limit }
        guard !ready.isEmpty else { return [] }
        waiting.removeAll { $0.step < limit }
        return ready.enumerated()
            .sorted { a, b in
                Event.precedes(a.element, b.element)
                    || (!Event.precedes(b.element, a.element) && a.offset < b.offset)
            }
            .map(\.element)
    }
}
