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
            version: version)
    }

    /// How Explain ranks suspects.
    package var suspects: CauseConfiguration {
        CauseConfiguration(
            serviceLabels: labels.service, suspects: causes.suspects, window: causes.window,
            minimumScore: causes.minimumScore, changeLookback: causes.changeLookback)
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
        for tap in exits.zeromq.samples {
            configuration.taps.append(.init(try Endpoint(tap.address), binds: tap.side == .bind))
        }
        return configuration
    }

    /// What Publish works by.
    func publish(_ endpoints: StageEndpoints, instance: String) throws(MessagingError) -> PublishConfiguration {
        var all: [PublishConfiguration.Exit] = []
        for exit in exits.zeromq.publish {
            all.append(PublishConfiguration.Exit(try Endpoint(exit.address), binds: exit.side == .bind))
        }
        return PublishConfiguration(
            inlet: endpoints.publish, exits: all, highWaterMark: exits.zeromq.highWaterMark, instance: instance)
    }

    private static func door(
        _ kind: IngestConfiguration.Door.Kind, _ endpoint: SocketEndpoint
    ) throws(MessagingError) -> IngestConfiguration.Door {
        IngestConfiguration.Door(kind, try Endpoint(endpoint.address), binds: endpoint.side == .bind)
    }
}
