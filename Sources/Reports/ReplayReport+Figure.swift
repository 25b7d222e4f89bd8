extension ReplayReport {
    /// One number of the summary, in words.
    package struct Figure: Equatable, Sendable {
        /// What it is, for instance `Precision`.
        package var name: String
        /// The number with its unit, for instance `0.41` or `12 min`.
        package var value: String
        /// Between what it lies, for instance `0.35 … 0.48`; `nil` where it is exact.
        package var interval: String?
        /// What it means, in a few words; `nil` where the name says it.
        package var hint: String?

        /// One number.
        package init(name: String, value: String, interval: String? = nil, hint: String? = nil) {
            self.name = name
            self.value = value
            self.interval = interval
            self.hint = hint
        }
    }
}
