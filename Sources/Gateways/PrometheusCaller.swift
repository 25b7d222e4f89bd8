/// Asks a Prometheus, and asks again after a failure that may pass.
struct PrometheusCaller: Sendable {
    /// The value of the header of this name; `nil` for none.
    let authorization: String?
    /// How long a request is tried again.
    let patience: Duration
    let fetcher: any HTTPFetcher
    let clock: any Clock<Duration>

    /// Requests that are under way at the same time: each answer is held whole.
    private static let atOnce = 2

    /// The answers to all requests, in their order.
    ///
    /// - Throws: the first failure; the other requests are given up.
    func answers(to requests: [String]) async throws(GatewayError) -> [HTTPAnswer] {
        let results = await withTaskGroup(of: (Int, Result<HTTPAnswer, GatewayError>).self) { group in
            var results = [Result<HTTPAnswer, GatewayError>?](repeating: nil, count: requests.count)
            var waiting = requests.indices.makeIterator()
            for _ in 0..<Self.atOnce {
                if let index = waiting.next() { group.addTask { (index, await result(of: requests[index])) } }
            }
            while let (index, result) = await group.next() {
                results[index] = result
                if case .failure = result {
                    group.cancelAll()
                    return [result]
                }
                if let index = waiting.next() { group.addTask { (index, await self.result(of: requests[index])) } }
            }
            return results.compactMap { $0 }
        }
        var answers: [HTTPAnswer] = []
        for result in results { answers.append(try result.get()) }
        return answers
    }

    private func result(of request: String) async -> Result<HTTPAnswer, GatewayError> {
        do throws(GatewayError) { return .success(try await answer(to: request)) } catch { return .failure(error) }
    }

    private func answer(to request: String) async throws(GatewayError) -> HTTPAnswer {
        let headers = authorization.map { [(name: "Authorization", value: $0)] } ?? []
        var backOff = BackOff(patience: patience)
        while true {
            var outcome = Result<HTTPAnswer, GatewayError>.failure(.cancelled)
            let took = await clock.measure { outcome = await once(request, headers) }
            guard case .failure(let failure) = outcome else { return try outcome.get() }
            guard failure.isRetriable, let wait = backOff.next(after: took) else { throw failure }
            do { try await clock.sleep(for: wait) } catch { throw .cancelled }
        }
    }

    /// One try; a status that says that it may be better later is a failure.
    private func once(
        _ request: String, _ headers: [(name: String, value: String)]
    ) async -> Result<HTTPAnswer, GatewayError> {
        do throws(GatewayError) {
            let answer = try await fetcher.get(request, headers: headers)
            guard answer.status == 429 || answer.status >= 500 else { return .success(answer) }
            let place = String(request.prefix { $0 != "?" })
            return .failure(MatrixAnswer.refusal(answer, url: place))
        } catch {
            return .failure(error)
        }
    }
}
