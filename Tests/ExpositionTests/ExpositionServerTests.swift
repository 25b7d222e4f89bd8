import Foundation
import Logging
import NIOCore
import NIOPosix
import Testing

@testable import Exposition

@Suite(.timeLimit(.minutes(2))) struct ExpositionServerTests {
    @Test func servesMetricsInTheFormatAskedFor() async throws {
        try await Door.open { door in
            let text = try await door.ask("/metrics")
            #expect(text.status == 200)
            #expect(text.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(text.body.contains("andon_http_requests_total{class=\"2xx\",path=\"/health\"} 0\n"))
            let open = try await door.ask("/metrics", headers: ["Accept": "application/openmetrics-text"])
            #expect(open.headers["content-type"] == "application/openmetrics-text; version=1.0.0; charset=utf-8")
            #expect(open.body.hasSuffix("# EOF\n"))
        }
    }

    @Test func countsWhatItAnswers() async throws {
        try await Door.open { door in
            _ = try await door.ask("/nothing?a=1")
            _ = try await door.ask("/health", method: "POST")
            _ = try await door.ask("/metrics")
            let page = try await door.ask("/metrics").body
            #expect(page.contains("andon_http_requests_total{class=\"4xx\",path=\"other\"} 1\n"))
            #expect(page.contains("andon_http_requests_total{class=\"4xx\",path=\"/health\"} 1\n"))
            #expect(page.contains("andon_http_requests_total{class=\"2xx\",path=\"/metrics\"} 1\n"))
            #expect(page.contains("andon_scrape_seconds_count 1\n"))
        }
    }

    @Test func tellsHowItIs() async throws {
        try await Door.open { door in
            let health = try await door.ask("/health")
            #expect(health.status == 200)
            #expect(health.headers["content-type"] == "application/json; charset=utf-8")
            #expect(
                health.body == #"{"checks":[{"detail":"It works.","name":"stage detect","status":"healthy"}],"#
                    + #""status":"healthy"}"# + "\n")
            let ready = try await door.ask("/ready")
            #expect(ready.status == 200)
            #expect(ready.body == #"{"ready":true,"reason":"Models are warm."}"# + "\n")
        }
    }

    @Test(arguments: [(HealthReport.Status.degraded, 200), (.unhealthy, 503)])
    func failsTheHealthCheckOnlyWhenUnhealthy(status: HealthReport.Status, expected: Int) async throws {
        var pages = Pages.sample
        pages.health = { HealthReport(checks: [.init(name: "a", status: status, detail: "b")]) }
        pages.ready = { Readiness(ready: false, reason: "Models warm up.") }
        try await Door.open(pages) { door in
            #expect(try await door.ask("/health").status == expected)
            let ready = try await door.ask("/ready")
            #expect(ready.status == 503)
            #expect(ready.body.contains("Models warm up."))
        }
    }

    @Test func servesTheOverviewAsJSON() async throws {
        var pages = Pages.sample
        pages.overview = {
            var overview = Overview.sample
            overview.anomalies[0].value = .nan
            return overview
        }
        try await Door.open(pages) { door in
            let answer = try await door.ask("/api/overview")
            #expect(answer.body.contains("\"time\":\"2026-03-01T12:04:05.000Z\""))
            #expect(answer.body.contains("\"value\":\"NaN\""))
            let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
            #expect((json["anomalies"] as? [Any])?.count == 4)
        }
    }

    @Test func servesTheRulesOfFeedback() async throws {
        var pages = Pages.sample
        pages.overview = {
            var overview = Overview.sample
            overview.feedback = [
                .init(
                    id: "r", verdict: "false", series: "cpu", covers: "any deviation", author: "ann",
                    created: overview.time, expiry: overview.time, heldBack: 2)
            ]
            return overview
        }
        try await Door.open(pages) { door in
            let answer = try await door.ask("/feedback")
            let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
            let rule = try #require((json["rules"] as? [[String: Any]])?.first)
            #expect(rule["id"] as? String == "r" && rule["heldBack"] as? Int == 2)
            #expect(rule["expiry"] as? String == "2026-03-01T12:04:05.000Z")
        }
    }

    @Test func servesAPageThatTrustsOnlyItself() async throws {
        try await Door.open { door in
            let answer = try await door.ask("/")
            #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            let policy = try #require(answer.headers["content-security-policy"])
            let nonce = try #require(policy.firstMatch(of: /'nonce-([0-9a-f]+)'/)?.output.1)
            #expect(answer.body.contains("<script nonce=\"\(nonce)\">"))
            #expect(try await door.ask("/").headers["content-security-policy"] != policy)
        }
    }

    @Test func listsItsPathsWhereThereIsNothing() async throws {
        try await Door.open { door in
            let answer = try await door.ask("/metric")
            #expect(answer.status == 404)
            for route in Route.allCases { #expect(answer.body.contains(route.rawValue)) }
        }
    }

    @Test(arguments: Route.allCases)
    func answersHeadLikeGetWithoutABody(route: Route) async throws {
        try await Door.open { door in
            let head = try await door.ask(route.rawValue, method: "HEAD")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(try #require(head.headers["content-length"].flatMap { Int($0) }) > 10)
        }
    }

    @Test func canOnlyBeRead() async throws {
        try await Door.open { door in
            for method in ["POST", "PUT", "DELETE"] {
                let answer = try await door.ask("/metrics", method: method)
                #expect(answer.status == 405)
                #expect(answer.headers["allow"] == "GET, HEAD")
            }
        }
    }

    @Test func goesOnAfterGarbage() async throws {
        try await Door.open { door in
            for garbage in [
                "\0\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /\u{fffd} HTTP/1.1\r\n",
            ] {
                let client = try await RawClient.connect(to: door.port, isReading: true)
                try await client.send(garbage)
                try await client.close()
            }
            #expect(try await door.ask("/health").status == 200)
        }
    }

    /// They are still there when the door shuts, and it shuts all the same: a daemon has five seconds. One that waited for them
    /// would wait for ever.
    @Test(.timeLimit(.minutes(1))) func isNotHeldUpByClientsThatDoNotRead() async throws {
        try await Door.open(.huge) { door in
            for _ in 0..<8 {
                let client = try await RawClient.connect(to: door.port, isReading: false)
                try await client.send("GET /api/overview HTTP/1.1\r\nHost: a\r\n\r\n")
            }
            let half = try await RawClient.connect(to: door.port, isReading: false)
            try await half.send("GET /metr")
            #expect(try await door.ask("/health").status == 200)
            #expect(try await door.ask("/metrics").status == 200)
        }
    }

    @Test func closesConnectionsOverWhichNothingMoves() async throws {
        try await Door.open(.huge, idleTimeout: .milliseconds(200)) { door in
            let stuck = try await RawClient.connect(to: door.port, isReading: false)
            try await stuck.send("GET /api/overview HTTP/1.1\r\nHost: a\r\n\r\n")
            // Each of these waits for the door to close it, so that the stuck one has had its time too.
            for request in ["", "GET /hea", "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"] {
                let idle = try await RawClient.connect(to: door.port, isReading: true)
                try await idle.send(request)
                try await idle.closed()
            }
            try await stuck.startReading()
            try await stuck.closed()
            #expect(stuck.received < Pages.hugeBytes)
        }
    }

    @Test func saysThatAnotherProgramListensThere() async throws {
        try await Door.open { door in
            let second = ExpositionServer(
                host: "127.0.0.1", port: door.port, registry: PrometheusRegistry(), pages: .sample,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            await #expect(throws: ExpositionError.addressInUse(host: "127.0.0.1", port: door.port)) {
                try await second.run()
            }
        }
    }

    @Test(arguments: ["192.0.2.1", "no such host"])
    func saysThatTheAddressIsNotOfThisMachine(host: String) async throws {
        let server = ExpositionServer(
            host: host, port: 0, registry: PrometheusRegistry(), pages: .sample,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let error = await #expect(throws: ExpositionError.self) { try await server.run() }
        guard case .noSuchAddress(host, 0, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

extension Pages {
    /// More than sockets hold on their own.
    static let hugeBytes = 16_000_000

    /// An overview that a client has to read to get rid of.
    static var huge: Pages {
        var pages = Pages.sample
        let text = String(repeating: "x", count: hugeBytes)
        pages.overview = {
            var overview = Overview.sample
            overview.facts.append(.init(name: "huge", value: text))
            return overview
        }
        return pages
    }
}
