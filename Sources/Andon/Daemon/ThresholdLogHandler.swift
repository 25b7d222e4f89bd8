import Logging

/// Logs to standard error what is at least as grave as a threshold that all loggers share.
struct ThresholdLogHandler: LogHandler {
    private var stream: StreamLogHandler
    private let threshold: LogThreshold

    init(label: String, threshold: LogThreshold) {
        stream = StreamLogHandler.standardError(label: label)
        stream.logLevel = .trace
        self.threshold = threshold
        own = nil
    }

    /// Set where somebody made one logger quieter (or louder) than the others.
    private var own: Logger.Level?

    var logLevel: Logger.Level {
        get { own ?? threshold.level }
        set { own = newValue }
    }

    var metadata: Logger.Metadata {
        get { stream.metadata }
        set { stream.metadata = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { stream[metadataKey: key] }
        set { stream[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) {
        stream.log(event: event)
    }
}
