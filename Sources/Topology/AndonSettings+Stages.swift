package import Causes
package import Detection
import Messaging
import Samples
package import Settings
import Stages

extension AndonSettings {
    /// How every shard of Detect judges.
    package var detector: DetectorConfiguration {
        DetectorConfiguration(
            shape: models.shape, clock: civilClock(zone: models.timeZone) ?? .utc, policies: policies.book,
            changes: ChangeTolerance(lease: changes.lease, raise: changes.raise, serviceLabels: labels.service),
            version: version)
    }

    /// How Explain ranks suspects.
    package var suspects: CauseConfiguration {
        CauseConfiguration(
            serviceLabels: labels.service, suspects: causes.suspects, window: causes.window,
            minimumScore: causes.minimumScore, changeLookback: causes.changeLookback,
            metrics: policies.book.metrics)
    }

    /// What Ingest works by.
    func ingest(_ endpoints: StageEndpoints, instance: String) throws(MessagingError) -> IngestConfiguration {
        var all: [IngestConfiguration.Door] = []
        for door in doors.zeromq.subscribe { all.append(try Self.door(.subscribe, door)) }
        for door in doors.zeromq.pull { all.append(try Self.door(.pull, door)) }
        var configuration = IngestConfiguration(
            doors: all, highWaterMark: doors.zeromq.highWaterMark,
            maximumMessageBytes: doors.zeromq.maximumMessageBytes, seriesLimit: doors.limits.series,
            future: doors.limits.future, past: doors.limits.past, stepDeadline: stages.stepDeadline,
            shards: endpoints.shards)
        configuration.instance = instance
        configuration.drain = stages.drain
        configuration.taps = try Self.exits(exits.zeromq.samples)
        // Samples leave in messages as large as those in which they came.
        configuration.tapHighWaterMark = min(exits.zeromq.highWaterMark, doors.zeromq.highWaterMark)
        return configuration
    }

    /// What one shard of Detect works by.
    func detect(_ endpoints: StageEndpoints, shard: Int, _ rules: FeedbackRules) -> DetectConfiguration {
        var configuration = DetectConfiguration(
            shard: UInt32(shard), inlet: endpoints.shards[shard], outlet: endpoints.explain, detector: detector)
        configuration.rules = rules
        configuration.shards = endpoints.shards.count
        configuration.linkLinger = stages.drain
        return configuration
    }

    /// What Explain works by.
    func explain(_ endpoints: StageEndpoints) -> ExplainConfiguration {
        var configuration = ExplainConfiguration(
            shards: endpoints.shards.count, inlet: endpoints.explain, outlet: endpoints.publish, causes: suspects,
            policies: policies.book)
        configuration.linkLinger = stages.drain
        return configuration
    }

    /// What Publish works by.
    func publish(
        _ endpoints: StageEndpoints, instance: String, _ rules: FeedbackRules, _ file: FeedbackFile?
    ) throws(MessagingError) -> PublishConfiguration {
        var configuration = PublishConfiguration(
            inlet: endpoints.publish, exits: try Self.exits(exits.zeromq.publish),
            highWaterMark: exits.zeromq.highWaterMark, instance: instance)
        configuration.rules = rules
        if let file { configuration.keepFeedback = { try file.append($0) } }
        return configuration
    }

    private static func exits(_ endpoints: [SocketEndpoint]) throws(MessagingError) -> [Exit] {
        var all: [Exit] = []
        for endpoint in endpoints { all.append(Exit(try Endpoint(endpoint.address), binds: endpoint.side == .bind)) }
        return all
    }

    private static func door(
        _ kind: IngestConfiguration.Door.Kind, _ endpoint: SocketEndpoint
    ) throws(MessagingError) -> IngestConfiguration.Door {
        IngestConfiguration.Door(kind, try Endpoint(endpoint.address), binds: endpoint.side == .bind)
    }
}
