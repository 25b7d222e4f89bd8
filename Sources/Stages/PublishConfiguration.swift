package import Messaging
package import Samples

/// What Publish works by.
package struct PublishConfiguration: Sendable {
    /// Where it takes announcements.
    package var inlet: Endpoint
    /// Where subscribers find it.
    package var exits: [Exit]
    /// Messages that wait for one subscriber at most.
    package var highWaterMark: Int
    /// Messages that wait on either side of a link at most.
    package var linkHighWaterMark: Int
    /// Names this Andon among others on the bus.
    package var instance: String
    /// What operators wanted not to be told, before the start.
    package var rules = FeedbackRules()
    /// Writes down a line about feedback, so that it holds after the next start; `nil` where nobody wants that. It may wait.
    package var keepFeedback: (@Sendable ([UInt8]) throws -> Void)?

    /// All parts of the configuration.
    package init(
        inlet: Endpoint, exits: [Exit], highWaterMark: Int = 10_000, linkHighWaterMark: Int = 4, instance: String
    ) {
        self.inlet = inlet
        self.exits = exits
        self.highWaterMark = highWaterMark
        self.linkHighWaterMark = linkHighWaterMark
        self.instance = instance
    }
}
