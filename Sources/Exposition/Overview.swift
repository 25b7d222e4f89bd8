package import FoundationEssentials

/// What the page shows: the process, its stages, and the anomalies it has found.
///
/// Every text may hold anything, the page escapes it. Whoever fills this in bounds the lists.
package struct Overview: Codable, Equatable, Sendable {
    /// One fact for the top of the page.
    package struct Fact: Codable, Equatable, Sendable {
        /// What it is, for instance `Series`.
        package var name: String
        /// For instance `1,284`.
        package var value: String

        /// One fact.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The pace of the last minutes.
    package struct Rates: Codable, Equatable, Sendable {
        /// Samples a second, the oldest first.
        package var values: [Double]
        /// Seconds from one value to the next.
        package var stepSeconds: Double

        /// The pace of the last minutes.
        package init(values: [Double], stepSeconds: Double) {
            self.values = values
            self.stepSeconds = stepSeconds
        }
    }

    /// The name of this installation.
    package var title: String
    /// Of the program.
    package var version: String
    /// Of the settings that are in force.
    package var configVersion: String
    /// How the process is.
    package var status: HealthReport.Status
    /// When the process started.
    package var started: Date
    /// When this was put together.
    package var time: Date
    /// For the top of the page.
    package var facts: [Fact]
    /// In the order that a sample takes.
    package var stages: [Stage]
    /// Open ones first, then those that closed lately.
    package var anomalies: [Anomaly]
    /// What is not told since somebody said so, the newest first.
    package var feedback: [Feedback]
    /// `nil` where nothing is known yet.
    package var rates: Rates?

    /// What the page shows.
    package init(
        title: String, version: String, configVersion: String, status: HealthReport.Status, started: Date, time: Date,
        facts: [Fact] = [], stages: [Stage] = [], anomalies: [Anomaly] = [], feedback: [Feedback] = [],
        rates: Rates? = nil
    ) {
        self.title = title
        self.version = version
        self.configVersion = configVersion
        self.status = status
        self.started = started
        self.time = time
        self.facts = facts
        self.stages = stages
        self.anomalies = anomalies
        self.feedback = feedback
        self.rates = rates
    }
}
