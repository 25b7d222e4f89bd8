import Gateways
import Messaging
import Recordings
import Samples
import Synchronization
import Testing
import WireFormat

@testable import Replay

@Suite(.timeLimit(.minutes(1))) struct HistoryRunTests {
    /// Answers every request with one value at the beginning of the range, until it has answered so many.
    private final class Answers: HTTPFetcher {
        private let left: Mutex<Int>

        init(_ count: Int) { left = Mutex(count) }

        func get(_ url: String, headers: [(name: String, value: String)]) async throws(GatewayError) -> HTTPAnswer {
            let isOver = left.withLock { left in
                left -= 1
                return left < 0
            }
            if isOver { throw .refused(url: "there", status: 400, sentence: "No.") }
            let start = url.split(separator: "&").first { $0.hasPrefix("start=") }?.dropFirst(6) ?? ""
            let body = """
                {"status":"success","data":{"resultType":"matrix","result":\
                [{"metric":{"__name__":"up"},"values":[[\(start),"1"]]}]}}
                """
            return HTTPAnswer(status: 200, body: Array(body.utf8))
        }
    }

    /// What comes in at a place while `body` pushes to it: topics, and how many samples of which series.
    private func taken(
        _ body: @Sendable (Endpoint, MessagingContext) async throws -> HistoryOutcome
    ) async throws -> (outcome: HistoryOutcome, topics: [String], times: [Int64], series: Set<String>) {
        let context = try MessagingContext()
        let place = try Endpoint("inproc://place")
        let inlet = try Socket(.pull, in: context)
        try inlet.bind(place)
        let outcome = try await body(place, context)
        var (topics, columns) = ([String](), MetricColumns())
        var table = SeriesTable(limit: 100)
        var limits = DecodingLimits()
        limits.past = .seconds(100 * 366 * 86_400)
        var decoder = MetricDecoder(limits: limits)
        while let message = try inlet.tryReceive() {
            topics.append(message.frames[0].text ?? "")
            guard message.frames.count == 3 else { continue }
            message.frames[1].withBytes { header in
                message.frames[2].withBytes { body in
                    _ = decoder.decode(
                        topic: topics.last ?? "", header: header, body: body, into: &columns, series: &table,
                        arrival: EventTime(seconds: History.start + 86_400))
                }
            }
        }
        inlet.close()
        return (outcome, topics, columns.times, Set(table.keys.map(\.description)))
    }

    @Test func aNameIsOneSeriesInWhateverFileItStands() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", "timestamp,series,value\n1767225600,x,1\n1767225660,x,2\n1767225720,x,3\n")
        try folder.write("b.csv", "timestamp,series,value\n1767225660,x,2\n1767225780,x,4\nbad,x,1\n")
        let files = try folder.files()
        let bad = Mutex(0)
        let taken = try await taken { place, context in
            try await HistoryRun.push(files, to: place, in: context, progress: ReplayProgress(total: nil)) { notice in
                if case .badLine = notice { bad.withLock { $0 += 1 } }
            }
        }
        try folder.remove()
        #expect(taken.series == ["x"])
        #expect(taken.times.map { $0 / 1000 - 1_767_225_600 } == [0, 60, 60, 120, 180])
        #expect(taken.topics.last == TopicPrefix.sampleEnd)
        #expect(taken.outcome.samples == 5 && taken.outcome.series == [SeriesKey("x")])
        #expect(taken.outcome.oldest == 1_767_225_600_000 && taken.outcome.newest == 1_767_225_780_000)
        #expect(bad.withLock { $0 } == 1 && taken.outcome.readings.map(\.counts.badLines) == [0, 1])
    }

    private func history(answers: Int) -> PrometheusHistory {
        PrometheusHistory(
            PrometheusQuery(
                url: "http://there", queries: ["up"], start: EventTime(seconds: History.start),
                end: EventTime(seconds: History.start + 60 * 1000), step: .seconds(60)),
            fetcher: Answers(answers))
    }

    @Test func pushesWhatAPrometheusAnswers() async throws {
        let progress = ReplayProgress(total: 60_000 * 1001)
        let taken = try await taken { [self] place, context in
            try await HistoryRun.push(history(answers: 9), to: place, in: context, progress: progress)
        }
        #expect(taken.times == [0, 500 * 60].map { (History.start + $0) * 1000 })
        #expect(taken.outcome.samples == 2 && taken.outcome.failures.isEmpty)
        #expect(taken.topics.last == TopicPrefix.sampleEnd)
        #expect(progress.share == 1)
    }

    @Test func whatCameBeforeAFailureCountsAndTheHistoryEnds() async throws {
        let taken = try await taken { [self] place, context in
            try await HistoryRun.push(
                history(answers: 1), to: place, in: context, progress: ReplayProgress(total: nil))
        }
        #expect(taken.times.count == 1)
        #expect(taken.outcome.failures == ["there refused (status 400): No."])
        #expect(taken.topics.last == TopicPrefix.sampleEnd)
    }

    @Test func twoSourcesDoNotSpeakInEachOthersName() async throws {
        let context = try MessagingContext()
        var (columns, table) = (MetricColumns(), SeriesTable(limit: 100))
        var decoder = MetricDecoder(limits: DecodingLimits())
        var (lost, publishers) = (0, Set<String>())
        var sequences = PublisherSequences(maximumPublishers: 8)
        for (number, name) in ["x", "y"].enumerated() {
            let place = try Endpoint("inproc://place-\(number)")
            let inlet = try Socket(.pull, in: context)
            try inlet.bind(place)
            var door = try HistoryDoor(at: place, in: context)
            // Of one series the name is sent once; the second message has only its number.
            for _ in 0..<2 {
                var batch = SampleBatch(series: [SeriesKey(name)])
                batch.append(0, EventTime(seconds: History.start), 1)
                try door.push(batch)
                let frames = try #require(try inlet.receive()).frames
                let outcome = frames[1].withBytes { header in
                    frames[2].withBytes { body in
                        decoder.decode(
                            topic: "metric.", header: header, body: body, into: &columns, series: &table,
                            arrival: EventTime(seconds: History.start))
                    }
                }
                let publisher = try #require(outcome.publisher)
                publishers.insert("\(publisher)")
                lost += sequences.observe(publisher: publisher, sequence: outcome.sequence)?.lost ?? 0
            }
            door.close()
            inlet.close()
        }
        #expect(columns.ids.map { table.keys[Int($0)].name } == ["x", "x", "y", "y"])
        #expect(lost == 0 && publishers.count == 2)
    }
}
