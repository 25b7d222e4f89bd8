package import FoundationEssentials

extension Overview {
    /// One anomaly, as it was told last.
    package struct Anomaly: Codable, Equatable, Sendable {
        /// The same in every message about it.
        package var id: String
        /// The abnormal series.
        package var series: String
        /// `info`, `warning` or `critical`.
        package var severity: String
        /// `opened`, `updated` or `closed`.
        package var phase: String
        /// The first sample of the stretch.
        package var onset: Date
        /// The sample it was told about last.
        package var time: Date
        /// The value of that sample.
        package var value: Double
        /// What was expected instead.
        package var expected: Double
        /// In 0 ... 1; higher is stranger.
        package var score: Double
        /// The likeliest first.
        package var suspects: [Suspect]

        /// One anomaly, as it was told last.
        package init(
            id: String, series: String, severity: String, phase: String, onset: Date, time: Date, value: Double,
            expected: Double, score: Double, suspects: [Suspect] = []
        ) {
            self.id = id
            self.series = series
            self.severity = severity
            self.phase = phase
            self.onset = onset
            self.time = time
            self.value = value
            self.expected = expected
            self.score = score
            self.suspects = suspects
        }

        /// True until it is told that the anomaly closed.
        package var isOpen: Bool { phase != "closed" }
    }

    /// What may have caused an anomaly.
    package struct Suspect: Codable, Equatable, Sendable {
        /// A service, a series or a change.
        package var name: String
        /// In 0 ... 1; higher is likelier.
        package var score: Double
        /// The evidence in words.
        package var why: String

        /// What may have caused an anomaly.
        package init(name: String, score: Double, why: String) {
            self.name = name
            self.score = score
            self.why = why
        }
    }
}
