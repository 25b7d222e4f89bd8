import Detection
import Samples

/// Findings of all shards, held back until every shard has passed their step, then given out step by step.
///
/// Within a step the order is fixed, so what is decided does not depend on which shard was faster: by the time of the
/// sample, since history that is pushed into a running daemon falls into few steps; then changes, movements, transitions,
/// each by series.
struct StepQueue {
    /// What there is to know at one step.
    enum Event: Sendable {
        case change(SteppedChange)
        case exposure(Exposure)
        case movement(Movement)
        /// On the heap, so that the many movements need not take as much room.
        indirect case transition(Transition)

        var step: Int64 {
            switch self {
            case .change(let change): change.step
            case .exposure(let exposure): exposure.step
            case .movement(let movement): movement.step
            case .transition(let transition): transition.step
            }
        }

        /// Its place within the step.
        private var rank: (time: Int64, kind: Int, series: UInt32) {
            switch self {
            case .change(let stepped): (stepped.change.time.milliseconds, 0, 0)
            // Before all else of its step.
            case .exposure: (.min, 0, 0)
            case .movement(let movement): (movement.time, 1, movement.series)
            case .transition(let transition): (transition.anomaly.time.milliseconds, 2, transition.series)
            }
        }

        static func precedes(_ a: Event, _ b: Event) -> Bool {
            a.step != b.step ? a.step < b.step : a.rank < b.rank
        }
    }

    /// An event, and when the samples that it comes from came in at the door.
    struct Entry: Sendable {
        let event: Event
        /// Nanoseconds of the machine's monotonic clock; 0 for none.
        let arrival: UInt64
    }

    /// By shard: what waits.
    private var lanes: [StepLane]
    /// By shard: it will send nothing before this step any more.
    private var watermarks: [Int64]
    /// By shard: see ``MessageHead/live``; `Int64.max` before its first message.
    private var lives: [Int64]

    init(shards: Int) {
        lanes = [StepLane](repeating: StepLane(), count: shards)
        watermarks = [Int64](repeating: .min, count: shards)
        lives = [Int64](repeating: .max, count: shards)
    }

    /// The first step after history; `Int64.max` while no shard knows it. One that does has got all of the history, as have the
    /// others by the time that the step is given out.
    var live: Int64 { lives.min() ?? .min }

    /// True once every shard has passed the end of the history.
    var isLive: Bool { lives.allSatisfy { $0 < .max } }

    /// Every shard has sent all of every step before this one.
    var watermark: Int64 { watermarks.min() ?? .min }

    /// How many events wait. Bounded by the links: a shard that falls behind holds up Ingest, and so all the others.
    var count: Int { lanes.reduce(0) { $0 + $1.count } }

    /// True once every shard has said that it was all.
    var isEnded: Bool { watermark == .max }

    /// Takes what one shard found, up to its watermark.
    ///
    /// - Returns: false where there is no such shard; nothing is taken then.
    mutating func add(_ findings: Findings) -> Bool {
        let shard = Int(findings.head.sender)
        guard shard < watermarks.count else { return false }
        let events =
            findings.changes.map(Event.change) + findings.exposures.map(Event.exposure)
            + findings.movements.map(Event.movement)
            + findings.transitions.map(Event.transition)
        for event in events { lanes[shard].add(Entry(event: event, arrival: findings.head.arrival)) }
        lives[shard] = findings.head.live
        watermarks[shard] = findings.head.isEnd ? .max : max(watermarks[shard], findings.head.watermark)
        return true
    }

    /// The events of all steps that every shard has passed, in order. A series' own events of one step stay in the order
    /// in which they came.
    mutating func takeReady() -> [Entry] {
        // Changes from before the first sample precede everything; they need not wait for one that may never come.
        let limit = max(watermark, .min + 1)
        var ready: [Entry] = []
        for shard in lanes.indices { ready += lanes[shard].takeAll(before: limit) }
        return ready.enumerated()
            .sorted { a, b in
                Event.precedes(a.element.event, b.element.event)
                    || (!Event.precedes(b.element.event, a.element.event) && a.offset < b.offset)
            }
            .map(\.element)
    }
}
