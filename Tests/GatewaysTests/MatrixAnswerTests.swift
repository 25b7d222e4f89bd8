import Testing

@testable import Gateways

@Suite struct MatrixAnswerTests {
    private static func error(_ answer: HTTPAnswer) -> GatewayError? {
        do throws(GatewayError) {
            _ = try MatrixAnswer(answer, to: "up", url: "http://x:9090")
            return nil
        } catch {
            return error
        }
    }

    @Test func aBadQueryIsToldInThePrometheusOwnWords() {
        let answer = StubFetcher.failure("invalid parameter: parse error: unexpected end", status: 400)
        #expect(
            Self.error(answer)?.description
                == "http://x:9090 refused (status 400): The query failed: \"invalid parameter: parse error: unexpected end\"."
        )
    }

    @Test(arguments: [401, 403])
    func whoIsNotKnownIsToldWhatToDo(status: Int) {
        let error = Self.error(StubFetcher.json("Unauthorized", status: status))
        #expect(error == .unauthorised(url: "http://x:9090", status: status))
        #expect(error?.description.contains("authorization_file") == true)
    }

    @Test func whatIsNoPrometheusIsToldByItsFirstLine() {
        let error = Self.error(StubFetcher.json("<html>\n<body>nginx</body>", status: 404))
        #expect(error == .refused(url: "http://x:9090", status: 404, sentence: "<html>"))
        #expect(Self.error(StubFetcher.json("", status: 404))?.description.contains("says nothing") == true)
    }

    @Test(arguments: ["{", "<html>", "[]", #"{"status":"success"}"#])
    func aBodyThatIsNoAnswerIsUnreadable(body: String) {
        guard case .unreadable = Self.error(StubFetcher.json(body)) else {
            Issue.record("\(body) was read")
            return
        }
    }

    @Test func saysWhoIsToBlame() {
        #expect(GatewayError.refused(url: "", status: 400, sentence: "").blame == .user)
        #expect(GatewayError.refused(url: "", status: 503, sentence: "").blame == .environment)
        #expect(GatewayError.refused(url: "", status: 503, sentence: "").isRetriable)
        #expect(!GatewayError.refused(url: "", status: 422, sentence: "").isRetriable)
        #expect(GatewayError.unauthorised(url: "", status: 401).blame == .user)
    }
}
