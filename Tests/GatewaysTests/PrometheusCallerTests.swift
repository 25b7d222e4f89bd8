import Testing

@testable import Gateways

@Suite struct PrometheusCallerTests {
    private static let refused = GatewayError.unreachable(url: "http://x", reason: "connection refused")

    private static func caller(
        _ fetcher: StubFetcher, _ clock: CountingClock, patience: Duration = .seconds(60)
    ) -> PrometheusCaller {
        PrometheusCaller(authorization: nil, patience: patience, fetcher: fetcher, clock: clock)
    }

    @Test(arguments: [refused, .timedOut(url: "http://x", seconds: 30)])
    func triesAgainAfterAFailureThatMayPass(failure: GatewayError) async throws {
        let clock = CountingClock()
        let fetcher = StubFetcher { _, count in
            if count < 3 { throw failure }
            return StubFetcher.json("{}")
        }
        #expect(try await Self.caller(fetcher, clock).answers(to: ["http://x?a"]).map(\.status) == [200])
        #expect(clock.waits == [.milliseconds(500), .seconds(1), .seconds(2)])
    }

    @Test(arguments: [429, 500, 502, 503])
    func aBusyServerIsAskedAgain(status: Int) async throws {
        let clock = CountingClock()
        let fetcher = StubFetcher { _, count in
            count == 0 ? StubFetcher.json("busy", status: status) : StubFetcher.json("{}")
        }
        #expect(try await Self.caller(fetcher, clock).answers(to: ["http://x?a"]).map(\.status) == [200])
        #expect(clock.waits.count == 1)
    }

    @Test func givesUpWhenItsPatienceIsOver() async throws {
        let clock = CountingClock()
        let fetcher = StubFetcher { _, _ in throw Self.refused }
        await #expect(throws: Self.refused) {
            _ = try await Self.caller(fetcher, clock, patience: .seconds(30)).answers(to: ["http://x?a"])
        }
        #expect(clock.waits.reduce(.zero, +) == .seconds(30))
        #expect(clock.waits.max() == .seconds(10), "it waits no longer than that between two tries")
    }

    @Test func answersThatAreLongInComingUseUpPatience() async throws {
        let clock = CountingClock()
        let fetcher = StubFetcher { _, _ in
            clock.pass(.seconds(30))
            throw GatewayError.timedOut(url: "x", seconds: 30)
        }
        await #expect(throws: GatewayError.self) {
            _ = try await Self.caller(fetcher, clock).answers(to: ["http://x?a"])
        }
        #expect(fetcher.requests.count == 2)
    }

    @Test(arguments: [400, 401, 403, 404, 422])
    func aBadQuestionIsNotAskedAgain(status: Int) async throws {
        let clock = CountingClock()
        let fetcher = StubFetcher { _, _ in StubFetcher.failure("no", status: status) }
        #expect(try await Self.caller(fetcher, clock).answers(to: ["http://x?a"]).map(\.status) == [status])
        #expect(fetcher.requests.count == 1 && clock.waits.isEmpty)
    }

    @Test func answersStandInTheOrderOfTheRequests() async throws {
        let fetcher = StubFetcher { request, _ in StubFetcher.json(request.query) }
        let requests = (0..<9).map { "http://x?query=\($0)" }
        let answers = try await Self.caller(fetcher, CountingClock()).answers(to: requests)
        #expect(answers.map { String(decoding: $0.body, as: UTF8.self) } == (0..<9).map(String.init))
    }

    @Test func aCancelledTaskAsksNoMore() async throws {
        let clock = CountingClock()
        let fetcher = StubFetcher { _, _ in throw Self.refused }
        let error = await withTaskGroup(of: GatewayError?.self) { group in
            group.addTask {
                withUnsafeCurrentTask { $0?.cancel() }
                do throws(GatewayError) {
                    _ = try await Self.caller(fetcher, clock).answers(to: ["http://x?a"])
                    return nil
                } catch {
                    return error
                }
            }
            return await group.next() ?? nil
        }
        #expect(error == .cancelled)
        #expect(fetcher.requests.count <= 1)
    }
}
