package import FoundationEssentials

extension Overview {
    /// A rule that feedback became: anomalies that are not told.
    package struct Feedback: Codable, Equatable, Sendable {
        /// By this it is revoked.
        package var id: String
        /// `false` or `expected`.
        package var verdict: String
        /// The series that it speaks of, or a pattern.
        package var series: String
        /// The deviations that it covers, in words.
        package var covers: String
        /// When it holds; `nil` for always.
        package var hours: String?
        /// Who wanted it so.
        package var author: String
        /// Why.
        package var note: String?
        /// The anomaly that was judged; `nil` where a series was.
        package var anomaly: String?
        /// When it was wanted.
        package var created: Date
        /// From then on it holds no more.
        package var expiry: Date
        /// Anomalies that were not told for it, since the start.
        package var heldBack: Int
        /// When the last one was; `nil` where there was none.
        package var last: Date?

        /// A rule with what it did.
        package init(
            id: String, verdict: String, series: String, covers: String, hours: String? = nil, author: String,
            note: String? = nil, anomaly: String? = nil, created: Date, expiry: Date, heldBack: Int, last: Date? = nil
        ) {
            self.id = id
            self.verdict = verdict
            self.series = series
            self.covers = covers
            self.hours = hours
            self.author = author
            self.note = note
            self.anomaly = anomaly
            self.created = created
            self.expiry = expiry
            self.heldBack = heldBack
            self.last = last
        }
    }
}
