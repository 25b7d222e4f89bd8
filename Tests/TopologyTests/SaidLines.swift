import Logging
import Synchronization

/// A log that remembers its messages, and may act on each.
final class SaidLines: LogHandler {
    private let said = Mutex<[String]>([])
    private let onLine: @Sendable (String) -> Void

    init(onLine: @escaping @Sendable (String) -> Void = { _ in }) {
        self.onLine = onLine
    }

    var lines: [String] { said.withLock { $0 } }

    let logLevelOfAll = Logger.Level.trace
    var logLevel: Logger.Level {
        get { logLevelOfAll }
        set { _ = newValue }
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set { _ = newValue }
    }

    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set { _ = newValue }
    }

    func log(event: LogEvent) {
        said.withLock { $0.append("\(event.message)") }
        onLine("\(event.message)")
    }
}
