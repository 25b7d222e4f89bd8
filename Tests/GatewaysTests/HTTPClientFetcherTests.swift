import Testing

@testable import Gateways

@Suite(.timeLimit(.minutes(1))) struct HTTPClientFetcherTests {
    private static func error(_ url: String) async -> GatewayError? {
        do throws(GatewayError) {
            _ = try await HTTPClientFetcher(timeout: .seconds(20)).get(url, headers: [])
            return nil
        } catch {
            return error
        }
    }

    @Test func nobodyThereIsASentenceWithThePlaceButNotTheQuery() async {
        // Nothing listens on port 1.
        let error = await Self.error("http://127.0.0.1:1/api/v1/query_range?query=secret")
        guard case .unreachable(let url, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(url == "http://127.0.0.1:1/api/v1/query_range")
        #expect(reason.lowercased().contains("refused"), "\(reason)")
    }
}
