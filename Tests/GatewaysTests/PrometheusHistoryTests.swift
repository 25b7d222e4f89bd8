import Samples
import Testing

@testable import Gateways

@Suite struct PrometheusHistoryTests {
    private static let start: Int64 = 1_767_225_600_000

    private static func query(_ queries: [String] = ["up"], points: Int, step: Duration = .seconds(60))
        -> PrometheusQuery
    {
        PrometheusQuery(
            url: "http://prometheus:9090/", queries: queries, start: EventTime(milliseconds: start),
            end: EventTime(milliseconds: start + Int64(points - 1) * step.wholeMilliseconds), step: step)
    }

    /// All samples of all parts, and how many parts there were.
    private static func all(_ history: inout PrometheusHistory) async throws -> (samples: SampleBatch, parts: Int) {
        var all = SampleBatch()
        var parts = 0
        while let part = try await history.next() {
            #expect(part.times == part.times.sorted(), "a part is in the order of time")
            all.series = part.series
            all.seriesIndex += part.seriesIndex
            all.times += part.times
            all.values += part.values
            parts += 1
        }
        return (all, parts)
    }

    @Test func asksForTheWholeRangeOnceWithFewerPointsThanPrometheusGives() async throws {
        let fetcher = StubFetcher { request, _ in StubFetcher.matrix(request) { "\($0 % 7)" } }
        var history = PrometheusHistory(Self.query(points: 60 * 24 * 28), fetcher: fetcher)
        let (samples, parts) = try await Self.all(&history)
        let expected = (0..<Int64(60 * 24 * 28)).map { minute in Self.start + minute * 60_000 }
        #expect(samples.times == expected, "none twice, none missing")
        #expect(samples.values == samples.times.map { Double($0 % 7) })
        #expect(samples.series == [SeriesKey("up", ["job": "a"])])
        let points = fetcher.requests.map { ($0.end - $0.start) / $0.step + 1 }
        #expect(points.allSatisfy { $0 <= 10_000 } && points.max() == 10_000, "parts grow while answers are small")
        #expect(parts == points.count)
        #expect(history.doneMilliseconds == 28 * 86_400_000)
    }

    @Test func asksForSmallerPartsWhereAnAnswerIsTooLarge() async throws {
        let fetcher = StubFetcher { request, _ in
            guard (request.end - request.start) / request.step < 100 else {
                throw GatewayError.tooLarge(url: "", sentence: "")
            }
            return StubFetcher.matrix(request) { _ in "1" }
        }
        var history = PrometheusHistory(Self.query(points: 1000), fetcher: fetcher)
        #expect(try await Self.all(&history).samples.count == 1000)
    }

    @Test func asksForSmallerPartsWherePrometheusWouldLoadTooMuch() async throws {
        let fetcher = StubFetcher { request, _ in
            guard (request.end - request.start) / request.step < 100 else {
                let sentence = "query processing would load too many samples into memory in query execution"
                return StubFetcher.failure(sentence, status: 422)
            }
            return StubFetcher.matrix(request) { _ in "1" }
        }
        var history = PrometheusHistory(Self.query(points: 1000), fetcher: fetcher)
        #expect(try await Self.all(&history).samples.count == 1000)
    }

    @Test func aSingleStepThatIsTooLargeIsAFailure() async throws {
        let fetcher = StubFetcher { _, _ in throw GatewayError.tooLarge(url: "x", sentence: "") }
        var history = PrometheusHistory(Self.query(points: 5), fetcher: fetcher)
        await #expect(throws: GatewayError.tooLarge(url: "x", sentence: "")) { try await Self.all(&history) }
    }

    @Test func seriesOfAllQueriesStandBesideEachOther() async throws {
        let fetcher = StubFetcher { request, _ in
            StubFetcher.matrix(request, #"{"__name__":"\#(request.query)"}"#) { _ in request.query == "a" ? "1" : "2" }
        }
        var history = PrometheusHistory(Self.query(["a", "b", "c"], points: 3), fetcher: fetcher)
        let (samples, _) = try await Self.all(&history)
        #expect(samples.series.map(\.name) == ["a", "b", "c"])
        #expect(samples.seriesIndex == [0, 1, 2, 0, 1, 2, 0, 1, 2])
        #expect(samples.times[3] == Self.start + 60_000)
    }

    @Test func whatIsNoNumberIsNoSample() async throws {
        let fetcher = StubFetcher { request, _ in
            StubFetcher.matrix(request) { ["NaN", "+Inf", "-Inf", "1.5e3"][Int(($0 - Self.start) / 60_000)] }
        }
        var history = PrometheusHistory(Self.query(points: 4), fetcher: fetcher)
        let (samples, _) = try await Self.all(&history)
        #expect(samples.values == [1500] && samples.times == [Self.start + 180_000])
    }

    @Test func aResultWithoutANameIsNamedByItsQuery() async throws {
        let fetcher = StubFetcher { request, _ in StubFetcher.matrix(request, #"{"job":"a"}"#) { _ in "1" } }
        var history = PrometheusHistory(Self.query([#"sum(up{x="y"})"#], points: 1), fetcher: fetcher)
        #expect(try await Self.all(&history).samples.series == [SeriesKey("sum(up_x=_y__)", ["job": "a"])])
    }

    @Test func nothingThereIsNoFailure() async throws {
        let fetcher = StubFetcher { _, _ in
            StubFetcher.json(#"{"status":"success","data":{"resultType":"matrix","result":[]}}"#)
        }
        var history = PrometheusHistory(Self.query(points: 10), fetcher: fetcher)
        let (samples, parts) = try await Self.all(&history)
        #expect(samples.count == 0 && parts == 1)
    }

    @Test func fractionsOfASecondAreKept() async throws {
        let fetcher = StubFetcher { request, _ in StubFetcher.matrix(request) { _ in "1" } }
        var history = PrometheusHistory(Self.query(points: 3, step: .milliseconds(1500)), fetcher: fetcher)
        #expect(try await Self.all(&history).samples.times == [0, 1500, 3000].map { Self.start + $0 })
    }

    @Test func tellsWhoAsks() async throws {
        let fetcher = StubFetcher { request, _ in StubFetcher.matrix(request) { _ in "1" } }
        var history = PrometheusHistory(Self.query(points: 1), authorization: "Bearer x", fetcher: fetcher)
        _ = try await Self.all(&history)
        #expect(fetcher.requests.map(\.authorization) == ["Bearer x"])
    }
}
