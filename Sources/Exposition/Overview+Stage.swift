extension Overview {
    /// What one stage has done since the process started.
    package struct Stage: Codable, Equatable, Sendable {
        /// For instance `detect 0`.
        package var name: String
        /// Samples or messages that came in.
        package var received: UInt64
        /// Samples or messages that went on.
        package var sent: UInt64
        /// Dropped, for whatever reason.
        package var dropped: UInt64
        /// Errors, for whatever reason.
        package var errors: UInt64
        /// Batches that wait.
        package var queueDepth: UInt64
        /// Half of the batches took no longer, in seconds; `nil` before the first.
        package var processingP50Seconds: Double?
        /// All but one in a hundred took no longer, in seconds; `nil` before the first.
        package var processingP99Seconds: Double?

        /// What one stage has done.
        package init(
            name: String, received: UInt64, sent: UInt64, dropped: UInt64, errors: UInt64, queueDepth: UInt64,
            processingP50Seconds: Double? = nil, processingP99Seconds: Double? = nil
        ) {
            self.name = name
            self.received = received
            self.sent = sent
            self.dropped = dropped
            self.errors = errors
            self.queueDepth = queueDepth
            self.processingP50Seconds = processingP50Seconds
            self.processingP99Seconds = processingP99Seconds
        }
    }
}
