/// How bad an anomaly is; part of its topic.
public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// Worth a look.
    case info
    /// Degradation that somebody should attend to.
    case warning
    /// A person must act now.
    case critical

    /// Milder is less.
    public static func < (a: Severity, b: Severity) -> Bool {
        a.rank < b.rank
    }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .critical: 2
        }
    }
}
