package import Messaging
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

    /// One place where samples that were taken leave again.
    package struct Tap: Sendable {
        /// Where.
        package var endpoint: Endpoint
        /// True to wait for listeners there, false to go to one.
        package var binds: Bool

        /// One place.
        package init(_ endpoint: Endpoint, binds: Bool = true) {
            self.endpoint = endpoint
            self.binds = binds
        }
    }

    /// The sockets, in the order in which they are asked.
    package var doors: [Door]
    /// Where those find the samples that were taken who want to record them; none switches that off.
    package var taps: [Tap] = []
    /// True where the input itself says when a step is closed and when it ends, as a recording does.
    package var takesCloses = false
    /// Names this Andon among others on the bus.
    package var instance = ""
    /// Messages that each door's socket holds at most.
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
    var hardMessageLimit: Int { max(64 << 20, 4 * maximumMessageBytes) }

    /// All parts of the configuration.
    package init(
        doors: [Door], highWaterMark: Int = 1000, maximumMessageBytes: Int = 16 << 20, seriesLimit: Int = 100_000,
        future: Duration = .seconds(600), past: Duration = .seconds(400 * 86_400),
        stepDeadline: Duration = .milliseconds(50), shards: [Endpoint], linkHighWaterMark: Int = 4
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
    var decodingLimits: DecodingLimits {
        var limits = DecodingLimits(maximumMessageBytes: maximumMessageBytes, future: future, past: past)
        limits.maximumSeriesPerPublisher = max(limits.maximumSeriesPerPublisher, seriesLimit)
        return limits
    }
}
