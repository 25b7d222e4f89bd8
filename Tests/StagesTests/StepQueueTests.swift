import Detection
import Samples
import Testing

@testable import Stages

@Suite struct StepQueueTests {
    /// An event in a form that can be compared.
    private func name(_ entry: StepQueue.Entry) -> String {
        switch entry.event {
        case .change(let change): "\(change.step) change \(change.change.id)"
        case .exposure(let exposure): "\(exposure.step) exposure \(exposure.milliseconds)"
        case .movement(let movement): "\(movement.step) movement \(movement.series) \(movement.value)"
        case .transition(let transition): "\(transition.step) transition \(transition.series) \(transition.anomaly.id)"
        }
    }

    /// What a shard sends: some events at ascending steps with a watermark after each message, and an end.
    private func messages(shard: UInt32, seed: UInt64) -> [Findings] {
        var random = SeededGenerator(seed: seed)
        var messages: [Findings] = []
        var step: Int64 = 0
        for serial in 0..<8 {
            var findings = Findings()
            findings.head.sender = shard
            for event in 0..<Int.random(in: 0..<4, using: &random) {
                step += Int64.random(in: 0...2, using: &random)
                let series = shard + 3 * UInt32.random(in: 0..<2, using: &random)
                let value = Double(serial * 10 + event)
                findings.movements.append(
                    Movement(
                        series: series, newcomer: false, step: step, time: step, value: value, expected: 0,
                        residual: 1, score: 0.5))
                if Bool.random(using: &random) {
                    findings.transitions.append(
                        Transition(step: step, series: series, interval: 1, anomaly: Example.anomaly("\(value)")))
                }
                if Bool.random(using: &random) {
                    findings.exposures.append(Exposure(step: step, milliseconds: Int64(shard), budget: 0))
                }
                if shard == 0 {
                    let change = Change(id: "\(value)", time: Example.now, what: "x")
                    findings.changes.append(SteppedChange(step: step, change: change))
                }
            }
            findings.head.watermark = step
            findings.head.isEnd = serial == 7
            messages.append(findings)
        }
        return messages
    }

    @Test func theOrderIsTheSameWhicheverShardIsFaster() {
        for seed in 0..<30 as Range<UInt64> {
            let shards = (0..<3 as Range<UInt32>).map { messages(shard: $0, seed: seed * 3 + UInt64($0)) }
            var expected: [String]?
            var random = SeededGenerator(seed: 1000 + seed)
            for _ in 0..<50 {
                let order = [0, 1, 2].flatMap { [Int](repeating: $0, count: 8) }.shuffled(using: &random)
                let got = play(shards, order)
                #expect(got == expected ?? got)
                expected = expected ?? got
            }
        }
    }

    /// Adds each shard's messages in the order given, checking what is given out on the way.
    private func play(_ shards: [[Findings]], _ order: [Int]) -> [String] {
        var queue = StepQueue(shards: shards.count)
        var next = [0, 0, 0]
        var marks = [Int64](repeating: .min, count: 3)
        var given: [String] = []
        for shard in order {
            let findings = shards[shard][next[shard]]
            next[shard] += 1
            marks[shard] = findings.head.isEnd ? .max : findings.head.watermark
            let isTaken = queue.add(findings)
            #expect(isTaken)
            let ready = queue.takeReady()
            #expect(ready.allSatisfy { $0.event.step < marks.min() ?? 0 })
            #expect(ready.map(\.event.step) == ready.map(\.event.step).sorted())
            given += ready.map(name)
        }
        #expect(queue.isEnded && queue.count == 0)
        return given
    }

    /// Whatever a shard sends that lies ahead of the slowest one costs nothing until it is given out.
    @Test func whatWaitsForASlowShardIsGivenOutInSmallParts() {
        var queue = StepQueue(shards: 2)
        let count = 20_000
        var ahead = Findings()
        ahead.head.sender = 1
        ahead.head.watermark = Int64(count)
        ahead.movements = (0..<count).map { Self.movement(series: 1, step: Int64($0)) }
        _ = queue.add(ahead)
        var given: [Int64] = []
        for step in 1...count {
            var findings = Findings()
            findings.head.watermark = Int64(step)
            _ = queue.add(findings)
            given += queue.takeReady().map(\.event.step)
        }
        #expect(given == (0..<count).map { Int64($0) })
        #expect(queue.count == 0)
    }

    @Test func aLateEventOfAShardStillComesByStep() {
        var queue = StepQueue(shards: 1)
        var findings = Findings()
        findings.movements = [5, 7, 6, 5].enumerated().map { Self.movement(series: UInt32($0), step: $1) }
        findings.head.watermark = 7
        _ = queue.add(findings)
        #expect(queue.takeReady().map(name) == ["5 movement 0 0.0", "5 movement 3 0.0", "6 movement 2 0.0"])
        #expect(queue.count == 1)
    }

    private static func movement(series: UInt32, step: Int64) -> Movement {
        Movement(series: series, newcomer: false, step: step, time: step, value: 0, expected: 0, residual: 0, score: 0)
    }

    @Test func aSeriesOwnEventsKeepTheirOrder() {
        var queue = StepQueue(shards: 1)
        var findings = Findings()
        findings.movements = (0..<100).map {
            Movement(
                series: UInt32($0 % 2), newcomer: false, step: 1, time: 1, value: Double($0), expected: 0, residual: 0,
                score: 0)
        }
        findings.head.watermark = 2
        _ = queue.add(findings)
        let names = queue.takeReady().map(name)
        let order = Array(stride(from: 0, to: 100, by: 2)) + Array(stride(from: 1, to: 100, by: 2))
        #expect(names == order.map { "1 movement \($0 % 2) \(Double($0))" })
    }

    /// One change, one movement and one transition of step 5, by the times of their samples.
    private func ready(changeAt: Int64, movementAt: Int64, transitionAt: Int64) -> [StepQueue.Entry] {
        var queue = StepQueue(shards: 1)
        var findings = Findings()
        findings.head.arrival = 77
        findings.head.watermark = 10
        var change = Example.changes[0].change
        change.time = EventTime(milliseconds: changeAt)
        findings.changes = [SteppedChange(step: 5, change: change)]
        findings.movements = [
            Movement(
                series: 9, newcomer: false, step: 5, time: movementAt, value: 0, expected: 0, residual: 0, score: 0)
        ]
        var anomaly = Example.anomaly()
        anomaly.time = EventTime(milliseconds: transitionAt)
        findings.transitions = [Transition(step: 5, series: 1, interval: 1, anomaly: anomaly)]
        _ = queue.add(findings)
        return queue.takeReady()
    }

    @Test func withinAStepAndATimeChangesComeFirstAndTransitionsLast() {
        let entries = ready(changeAt: 5, movementAt: 5, transitionAt: 5)
        #expect(
            entries.map(name) == ["5 change a", "5 movement 9 0.0", "5 transition 1 00000000000000aa"])
        #expect(entries.map(\.arrival) == [77, 77, 77])
    }

    @Test func withinAStepWhatHappenedFirstComesFirst() {
        let entries = ready(changeAt: 4, movementAt: 3, transitionAt: 2)
        #expect(
            entries.map(name) == ["5 transition 1 00000000000000aa", "5 movement 9 0.0", "5 change a"])
    }

    @Test func changesFromBeforeTheFirstSampleNeedNotWait() {
        var queue = StepQueue(shards: 2)
        var findings = Findings()
        findings.changes = [SteppedChange(step: .min, change: Example.changes[0].change)]
        _ = queue.add(findings)
        #expect(queue.takeReady().count == 1)
        #expect(queue.count == 0)
    }

    @Test func aShardThatDoesNotExistIsRefused() {
        var queue = StepQueue(shards: 2)
        var findings = Example.findings
        findings.head.sender = 2
        let isTaken = queue.add(findings)
        #expect(!isTaken && queue.count == 0 && !queue.isEnded)
    }
}
