/// How well the process is, and why.
package struct HealthReport: Codable, Equatable, Sendable {
    /// How well something is.
    package enum Status: String, Codable, CaseIterable, Comparable, Sendable {
        /// As it should be.
        case healthy
        /// It works, but somebody should look.
        case degraded
        /// It does not do its duty.
        case unhealthy

        /// Worse is more.
        package static func < (a: Status, b: Status) -> Bool {
            a.rank < b.rank
        }

        private var rank: Int {
            switch self {
            case .healthy: 0
            case .degraded: 1
            case .unhealthy: 2
            }
        }
    }

    /// One thing that was looked at.
    package struct Check: Codable, Equatable, Sendable {
        /// For instance `stage detect`.
        package var name: String
        /// How well it is.
        package var status: Status
        /// A sentence.
        package var detail: String

        /// One thing that was looked at.
        package init(name: String, status: Status, detail: String) {
            self.name = name
            self.status = status
            self.detail = detail
        }
    }

    /// The worst of the checks; healthy without any.
    package var status: Status
    /// What was looked at.
    package var checks: [Check]

    /// A report that is as well as the worst of its checks.
    package init(checks: [Check]) {
        self.status = checks.map(\.status).max() ?? .healthy
        self.checks = checks
    }
}
