package import Causes
package import Messaging
package import Samples

/// What Explain works by.
package struct ExplainConfiguration: Sendable {
    /// How many shards of Detect send findings.
    package var shards: Int
    /// Where it takes findings.
    package var inlet: Endpoint
    /// Where Publish takes announcements.
    package var outlet: Endpoint
    /// Messages that wait on either side of a link at most.
    package var linkHighWaterMark: Int
    /// How long the next stage may take for what it was sent, once this one has ended.
    package var linkLinger = Duration.seconds(4)
    /// How suspects are ranked.
    package var causes: CauseConfiguration
    /// Whose alarm budgets hold.
    package var policies: PolicyBook

    /// All parts of the configuration.
    package init(
        shards: Int, inlet: Endpoint, outlet: Endpoint, linkHighWaterMark: Int = 4, causes: CauseConfiguration,
        policies: PolicyBook = PolicyBook(budgets: [])
    ) {
        self.shards = shards
        self.inlet = inlet
        self.outlet = outlet
        self.linkHighWaterMark = linkHighWaterMark
        self.causes = causes
        self.policies = policies
    }
}
