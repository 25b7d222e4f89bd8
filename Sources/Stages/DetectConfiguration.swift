package import Detection
package import Messaging
package import Samples

/// What one shard of Detect works by.
package struct DetectConfiguration: Sendable {
    /// Which shard it is, from 0.
    package var shard: UInt32
    /// Where it takes samples.
    package var inlet: Endpoint
    /// Where Explain takes findings.
    package var outlet: Endpoint
    /// Where somebody takes what was said of every sample; `nil` where nobody does.
    package var scores: Endpoint?
    /// Messages that wait on either side of a link at most.
    package var linkHighWaterMark: Int
    /// How long the next stage may take for what it was sent, once this one has ended.
    package var linkLinger = Duration.seconds(4)
    /// How it judges.
    package var detector: DetectorConfiguration
    /// How many shards there are.
    package var shards = 1
    /// What operators wanted not to be told, before the start.
    package var rules = FeedbackRules()
    /// Anomalies that were told and that feedback can name.
    package var rememberedAnomalies = 4096

    /// All parts of the configuration.
    package init(
        shard: UInt32, inlet: Endpoint, outlet: Endpoint, scores: Endpoint? = nil, linkHighWaterMark: Int = 4,
        detector: DetectorConfiguration
    ) {
        self.shard = shard
        self.inlet = inlet
        self.outlet = outlet
        self.scores = scores
        self.linkHighWaterMark = linkHighWaterMark
        self.detector = detector
    }
}
