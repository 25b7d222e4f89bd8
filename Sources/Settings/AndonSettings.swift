package import Samples

/// Everything that a person can set, validated: the value behind `config/andon.yaml`.
///
/// What stands here is the default. What each key means, takes and does on a reload is declared in
/// ``AndonSettings/fields`` and printed by ``SettingsReference``.
package struct AndonSettings: Equatable, Sendable {
    /// How samples come in.
    package var doors = Doors()
    /// Which labels mean what.
    package var labels = LabelNames()
    /// What is learned before the doors open.
    package var warm = Warm()
    /// What is learned of every series.
    package var models = Models()
    /// When a residual becomes an alarm.
    package var policies = Policies()
    /// What an announced change does to detection.
    package var changes = Changes()
    /// How suspects are sought.
    package var causes = Causes()
    /// How the stages are laid out and joined.
    package var stages = StageLayout()
    /// Where verdicts go.
    package var exits = Exits()
    /// Own metrics, health and page.
    package var http = HTTP()
    /// What operators say of anomalies.
    package var feedback = FeedbackKeeping()
    /// How changes of the files are noticed.
    package var reload = Reload()
    /// What is logged.
    package var log = Log()

    /// Every key at its default.
    package init() {}
}

extension AndonSettings {
    /// Which labels mean what.
    package struct LabelNames: Equatable, Sendable {
        /// Labels that name who acts; the first that a series carries counts.
        package var service = ["service", "process"]
    }

    /// When a residual becomes an alarm.
    package struct Policies: Equatable, Sendable {
        /// Files with rules, as written: relative to the directory of the config file.
        package var files: [String] = []
        /// The standard policy, what is assigned under `metrics`, then the rules of `files` in their order, then the config file's own.
        package var book = PolicyBook()
    }

    /// What an announced change does to detection.
    package struct Changes: Equatable, Sendable {
        /// How long a change is allowed for that does not say when it ends; zero allows for none.
        package var lease = Duration.seconds(600)
        /// Powers of ten by which an anomaly must be rarer meanwhile, in 0 ... 30.
        package var raise = 3.0
    }

    /// How suspects are sought.
    package struct Causes: Equatable, Sendable {
        /// Suspects per anomaly at most, in 0 ... 20; 0 seeks none.
        package var suspects = 5
        /// Samples of residuals that are compared, in 8 ... 240.
        package var window = 60
        /// A suspect with a lower score is not named, in 0 ... 1.
        package var minimumScore = 0.3
        /// A change this long before the onset may still be a suspect.
        package var changeLookback = Duration.seconds(15 * 60)
    }

    /// Own metrics, health and page.
    package struct HTTP: Equatable, Sendable {
        /// Where to listen; `nil` switches it off.
        package var address: ListenAddress? = ListenAddress(host: "127.0.0.1", port: 9464)
    }

    /// What operators say of anomalies.
    package struct FeedbackKeeping: Equatable, Sendable {
        /// The file that keeps it, as written: relative to the directory of the config file; `nil` keeps nothing over a stop.
        package var file: String? = "feedback.jsonl"
    }

    /// How changes of the files are noticed.
    package struct Reload: Equatable, Sendable {
        /// How often their content is compared.
        package var poll = Duration.seconds(1)
    }

    /// What is logged.
    package struct Log: Equatable, Sendable {
        /// The names are those of swift-log.
        package enum Level: String, CaseIterable, Sendable {
            /// Every sample.
            case trace
            /// Every batch.
            case debug
            /// What an operator may want to read.
            case info
            /// Start, stop, reload.
            case notice
            /// Unexpected and recovered.
            case warning
            /// Data lost, or a person must act.
            case error
        }

        /// Nothing below this is logged.
        package var level = Level.info
    }
}
