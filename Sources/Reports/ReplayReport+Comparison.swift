extension ReplayReport {
    /// The same history under two configs, A being the one that the report is about.
    package struct Comparison: Equatable, Sendable {
        /// One number under both.
        package struct Row: Equatable, Sendable {
            /// What it is.
            package var name: String
            /// The number under A.
            package var a: String
            /// The number under B.
            package var b: String
            /// B without A, with its sign.
            package var difference: String
            /// Between what the difference lies; `nil` where it is exact.
            package var interval: String?

            /// One number under both.
            package init(name: String, a: String, b: String, difference: String, interval: String? = nil) {
                self.name = name
                self.a = a
                self.b = b
                self.difference = difference
                self.interval = interval
            }
        }

        /// What A is called.
        package var nameA: String
        /// What B is called.
        package var nameB: String
        /// The numbers of the summary.
        package var rows: [Row]
        /// The anomalies that only B has.
        package var appearing: [AnomalyRow]
        /// The anomalies that only A has.
        package var vanishing: [AnomalyRow]

        /// The same history under two configs.
        package init(
            nameA: String, nameB: String, rows: [Row], appearing: [AnomalyRow], vanishing: [AnomalyRow]
        ) {
            self.nameA = nameA
            self.nameB = nameB
            self.rows = rows
            self.appearing = appearing
            self.vanishing = vanishing
        }
    }
}
