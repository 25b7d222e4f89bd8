import HostMetrics
import Messaging
import Samples
import ServiceLifecycle
import Stages

/// Publishes this machine's own metrics at a fixed interval until it is told to stop.
actor HostFeed: Service {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let context: MessagingContext
    private let publisher: BusPublisher
    private let interval: Duration
    private var sampler: HostSampler

    init(
        to endpoint: Endpoint, host: String, interval: Duration, format: BusPublisher.Format = .protobuf,
        publisherName: String? = nil
    ) throws(MessagingError) {
        executor = try ThreadExecutor(name: "host")
        context = try MessagingContext()
        publisher = try BusPublisher(
            to: endpoint, in: context, topic: "metric.host", name: publisherName ?? "host-\(host)", format: format,
            redefineEvery: 5, linger: .milliseconds(100))
        publisher.onWaiting = { Standard.error("andon: waiting for a daemon at \(endpoint)") }
        sampler = HostSampler(host: host)
        self.interval = interval
    }

    /// Samples on whole intervals of the clock, so that machines with equal intervals sample together.
    func run() async throws {
        defer {
            publisher.close()
            context.close()
        }
        try await cancelWhenGracefulShutdown { try await self.sampleUntilCancelled() }
    }

    private func sampleUntilCancelled() async throws {
        let step = max(interval.wholeMilliseconds, 10)
        while !Task.isCancelled {
            let now = WallClock.system.now()
            let next = EventTime(milliseconds: (now.milliseconds / step + 1) * step)
            do {
                try await Task.sleep(for: next - now)
                // Not the time that was planned: on a busy machine the sleep ends late, and rates are per real second.
                let time = WallClock.system.now()
                let batch = sampler.sample(at: time)
                guard try publisher.publish(batch, at: time) else { return }
            } catch is CancellationError {
                return
            }
        }
    }
}
