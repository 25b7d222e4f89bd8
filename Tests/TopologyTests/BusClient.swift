import Messaging
import Samples
import Testing
import WireFormat

/// A publisher and a subscriber as another program would be, on a thread of its own.
actor BusClient {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let context: MessagingContext
    private let door: Socket
    private let exit: Socket

    init(door: String, exit: String) throws {
        executor = try ThreadExecutor(name: "client")
        context = try MessagingContext()
        self.door = try Socket(.push, in: context)
        self.exit = try Socket(.sub, in: context)
        try self.door.connect(Endpoint(door))
        try self.exit.subscribe(TopicPrefix.anomaly)
        try self.exit.connect(Endpoint(exit))
    }

    func push(_ batch: SampleBatch) throws {
        let message = Message(Frame("metric.test"), Frame(copying: MetricEncoder.json(batch)))
        while try !door.send(message) {}
    }

    /// The first so many anomalies; each must come within ten seconds.
    func receive(_ count: Int) throws -> [Anomaly] {
        var found: [Anomaly] = []
        var waits = 0
        while found.count < count, waits < 100 {
            guard let message = try exit.receive() else {
                waits += 1
                continue
            }
            waits = 0
            try #require(message.frames.count == 3)
            found.append(try message.frames[2].withBytes { try AnomalyJSON.decode($0).get().anomaly })
        }
        return found
    }

    func close() {
        door.close()
        exit.close()
    }
}
