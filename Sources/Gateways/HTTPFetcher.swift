/// Gets what lies at a URL. Given to whoever asks other systems, so that tests choose their own.
package protocol HTTPFetcher: Sendable {
    /// Asks once.
    ///
    /// - Parameter headers: besides those that every request has.
    /// - Returns: the answer, whatever its status.
    /// - Throws: ``GatewayError/unreachable(url:reason:)``, ``GatewayError/timedOut(url:seconds:)``,
    ///   ``GatewayError/tooLarge(url:sentence:)``, ``GatewayError/cancelled``.
    func get(_ url: String, headers: [(name: String, value: String)]) async throws(GatewayError) -> HTTPAnswer
}

/// What was answered to a request.
package struct HTTPAnswer: Sendable {
    /// Such as 200.
    package var status: Int
    /// The whole body.
    package var body: [UInt8]

    /// An answer.
    package init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}
