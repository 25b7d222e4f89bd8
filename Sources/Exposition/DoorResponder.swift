import FoundationEssentials
import Hummingbird
import Metrics

/// Answers one request.
struct DoorResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    /// What the door knows.
    let pages: Pages
    /// Where the metrics are.
    let registry: PrometheusRegistry
    /// What the door counts.
    let metrics: DoorMetrics

    /// Never throws: whatever goes wrong is an answer.
    func respond(to request: Request, context: Context) async -> Response {
        let route = Route(rawValue: request.uri.path)
        var response = await answer(route, request)
        response.headers[.cacheControl] = "no-store"
        response.headers[.xContentTypeOptions] = "nosniff"
        metrics.count(route, response.status)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ route: Route?, _ request: Request) async -> Response {
        guard let route else { return notFound() }
        guard request.method == .get || request.method == .head else { return notAllowed() }
        switch route {
        case .page: return await page()
        case .overview: return json(await pages.overview())
        case .feedback: return json(Rules(rules: await pages.overview().feedback))
        case .metrics: return scrape(accept: request.headers[.accept])
        case .health:
            let report = await pages.health()
            return json(report, status: report.status == .unhealthy ? .serviceUnavailable : .ok)
        case .ready:
            let readiness = await pages.ready()
            return json(readiness, status: readiness.ready ? .ok : .serviceUnavailable)
        }
    }

    private func scrape(accept: String?) -> Response {
        let format = ExpositionFormat.preferred(accept: accept)
        let start = ContinuousClock.now
        let page = registry.render(as: format)
        metrics.scrapeSeconds.record(duration: ContinuousClock.now - start)
        return Response(
            status: .ok, headers: [.contentType: format.contentType], body: .init(byteBuffer: ByteBuffer(bytes: page)))
    }

    /// The page with a policy under which a browser runs its one script, and nothing that a label might smuggle in.
    private func page() async -> Response {
        var generator = SystemRandomNumberGenerator()
        let nonce = String(generator.next(), radix: 16) + String(generator.next(), radix: 16)
        let page = OverviewPage(overview: await pages.overview(), nonce: nonce)
        let policy =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-\(nonce)'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        return Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .contentSecurityPolicy: policy],
            body: .init(byteBuffer: ByteBuffer(string: page.document.text)))
    }

    private func notFound() -> Response {
        let paths = Route.allCases.map(\.rawValue).joined(separator: ", ")
        return json(Refusal(error: "There is nothing here; there is something at \(paths)."), status: .notFound)
    }

    private func notAllowed() -> Response {
        var response = json(Refusal(error: "This can only be read: use GET or HEAD."), status: .methodNotAllowed)
        response.headers[.allow] = "GET, HEAD"
        return response
    }

    private func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
        }
        // JSON has no word for these three.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "+Inf", negativeInfinity: "-Inf", nan: "NaN")
        do {
            let body = ByteBuffer(bytes: try encoder.encode(value) + [UInt8(ascii: "\n")])
            return Response(
                status: status, headers: [.contentType: "application/json; charset=utf-8"],
                body: .init(byteBuffer: body))
        } catch {
            return Response(status: .internalServerError)
        }
    }

    /// The rules that feedback became.
    private struct Rules: Encodable {
        let rules: [Overview.Feedback]
    }

    /// Why a request got nothing.
    private struct Refusal: Encodable {
        let error: String
    }
}
