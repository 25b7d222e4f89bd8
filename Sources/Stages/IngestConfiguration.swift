package import Messaging
import Samples
import WireFormat

/// What Ingest works by.
package struct IngestConfiguration: Sendable {
    /// One socket at which samples come in.
    package struct Door: Sendable {
        /// SUB for publishers that do not wait, PULL for those that do.
        package enum Kind: Sendable {
            case subscribe, pull
        }
        /// SUB or PULL.
        package var kind: Kind
        /// Where.
        package var endpoint: Endpoint
        /// True to wait for publishers there, false to go to one.
        package var binds: Bool

        /// One socket.
        package init(_ kind: Kind, _ endpoint: Endpoint, binds: Bool = true) {
            self.kind = kind
            self.endpoint = endpoint
            self.binds = binds
        }
    }

    /// The sockets, in the order in which they are asked.
    package var doors: [Door]
    /// Where history comes in before the doors are asked: one place after the other, each to its end. None where there is no
    /// history.
    package var history: [Endpoint] = []
    /// Where those find the samples that were taken who want to record them; none switches that off.
    package var taps: [Exit] = []
    /// Messages that wait for one of those at most.
    package var tapHighWaterMark = 100
    /// True where the input itself says when a step is closed and when it ends, as a recording does.
    package var takesCloses = false
    /// Names this Andon among others on the bus.
    package var instance = ""
    /// How long the doors are asked before the stage looks at something else.
    package var turn = Duration.milliseconds(50)
    /// How long stopping may last, until the end is with the last stage.
    package var drain = Duration.seconds(4)
    /// Messages that a door holds of each publisher at most.
    package var highWaterMark: Int
    /// Larger messages are refused, in bytes.
    package var maximumMessageBytes: Int
    /// Samples of more series than this are refused.
    package var seriesLimit: Int
    /// Samples further ahead of this machine's clock are refused.
    package var future: Duration
    /// Samples further behind this machine's clock are refused.
    package var past: Duration
    /// A step is closed after so long a silence of all doors.
    package var stepDeadline: Duration
    /// Where each shard of Detect takes its samples.
    package var shards: [Endpoint]
    /// Messages that wait between two stages at most, on either side. Few: a message may hold a mebibyte of samples, and what
    /// waits is late, and must come through when the daemon stops.
    package var linkHighWaterMark: Int

    /// A sender of larger messages is cut off before they take memory, in bytes. What lies between this and
    /// ``maximumMessageBytes`` is refused and counted, and its sender stays.
    var hardMessageLimit: Int { max(1 << 20, 2 * maximumMessageBytes) }

    /// All parts of the configuration.
    package init(
        doors: [Door], highWaterMark: Int = 100, maximumMessageBytes: Int = DoorDefaults.messageBytes,
        seriesLimit: Int = DoorDefaults.series, future: Duration = DoorDefaults.future,
        past: Duration = DoorDefaults.past, stepDeadline: Duration = .milliseconds(50), shards: [Endpoint],
        linkHighWaterMark: Int = 4
    ) {
        self.doors = doors
        self.highWaterMark = highWaterMark
        self.maximumMessageBytes = maximumMessageBytes
        self.seriesLimit = seriesLimit
        self.future = future
        self.past = past
        self.stepDeadline = stepDeadline
        self.shards = shards
        self.linkHighWaterMark = linkHighWaterMark
    }
}

extension IngestConfiguration {
    /// For what this process itself reads out of history. It may be of any age, but not ahead of the clock: its series would
    /// take no present sample any more.
    var historyLimits: DecodingLimits {
        var limits = decodingLimits
        limits.maximumMessageBytes = Self.historyMessageBytes
        limits.past = Self.always
        return limits
    }

    /// Longer than any history.
    private static let always = Duration.seconds(20_000 * 366 * 86_400)
    /// The names of all series of a message may be among it.
    static let historyMessageBytes = 1 << 30

    var decodingLimits: DecodingLimits {
        var limits = DecodingLimits(maximumMessageBytes: maximumMessageBytes, future: future, past: past)
        limits.maximumSeriesPerPublisher = max(limits.maximumSeriesPerPublisher, seriesLimit)
        return limits
    }
}
