import Samples

extension AndonSettings {
    /// How samples come in.
    package struct Doors: Equatable, Sendable {
        /// The ZeroMQ sockets that take samples.
        package struct ZeroMQ: Equatable, Sendable {
            /// SUB sockets; publishers connect a PUB socket to a bound one.
            package var subscribe = [SocketEndpoint(address: "tcp://127.0.0.1:5560")]
            /// PULL sockets; publishers connect a PUSH socket to a bound one.
            package var pull = [SocketEndpoint(address: "tcp://127.0.0.1:5561")]
            /// Messages of each publisher that wait in a socket at most.
            package var highWaterMark = 100
            /// A larger message is refused; bytes.
            package var maximumMessageBytes = DoorDefaults.messageBytes
        }

        /// What is refused at the door.
        package struct Limits: Equatable, Sendable {
            /// Series known at most; samples of further ones are refused.
            package var series = DoorDefaults.series
            /// A sample further ahead of the clock than this is refused.
            package var future = DoorDefaults.future
            /// A sample further behind the clock than this is refused.
            package var past = DoorDefaults.past
        }

        /// The ZeroMQ sockets that take samples.
        package var zeromq = ZeroMQ()
        /// What is refused at the door.
        package var limits = Limits()
    }

    /// Where verdicts go.
    package struct Exits: Equatable, Sendable {
        /// The ZeroMQ sockets that verdicts leave by.
        package struct ZeroMQ: Equatable, Sendable {
            /// PUB sockets; subscribers connect a SUB socket to a bound one.
            package var publish = [SocketEndpoint(address: "tcp://127.0.0.1:5562")]
            /// PUB sockets for samples that were taken, for whoever records them.
            package var samples = [SocketEndpoint(address: "tcp://127.0.0.1:5563")]
            /// Messages that wait for a slow subscriber at most.
            package var highWaterMark = 10_000
        }

        /// The ZeroMQ sockets that verdicts leave by.
        package var zeromq = ZeroMQ()
    }

    /// How the stages are laid out and joined.
    package struct StageLayout: Equatable, Sendable {
        /// Shards of Detect, in 1 ... 64.
        package var shards = 1
        /// How stages are joined.
        package var link = StageLink.inproc
        /// A step of event time is decided this long after its input fell silent.
        package var stepDeadline = Duration.milliseconds(50)
        /// How long a stop may take.
        package var drain = Duration.seconds(4)
    }
}
