extension ReplayReport {
    /// What the labels say of an anomaly.
    package enum Outcome: Equatable, Sendable {
        /// It opened inside a window.
        case inWindow
        /// It opened outside every window.
        case falseAlarm
        /// The labels do not speak of the file.
        case unlabelled

        /// A word or two for people.
        var words: String {
            switch self {
            case .inWindow: "in a window"
            case .falseAlarm: "false alarm"
            case .unlabelled: "unlabelled"
            }
        }
    }
}
