import ArgumentParser
import Messaging
import Recordings
import Samples
import Stages

/// Publishes batches that are read from somewhere, says how far it is, and ends with what was sent and what was not.
///
/// Runs on a thread of its own: both reading and sending wait.
actor FileFeed {
    nonisolated let executor: ThreadExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let context: MessagingContext
    private let publisher: BusPublisher
    private let destination: String
    private var samples = 0
    private let badLines = BadLineTeller()
    private var lastWord: UInt64 = 0
    private let start = MonotonicTime.nanoseconds()

    init(_ options: EmitOptions) throws {
        executor = try ThreadExecutor(name: "files")
        context = try MessagingContext()
        publisher = try BusPublisher(
            to: try Endpoint(options.to), in: context, topic: "metric.file", name: options.publisher,
            format: options.format, redefineEvery: 60, linger: nil)
        destination = options.to
        publisher.onWaiting = { Standard.error("andon: waiting for a daemon at \(options.to)") }
    }

    /// Runs `work`, then waits until all that was published is on its way to the daemon, also where `work` failed.
    func run(_ work: @Sendable (isolated FileFeed) throws -> Void) async throws {
        do {
            try work(self)
        } catch {
            await handOver()
            throw error
        }
        await handOver()
        let seconds = Double(MonotonicTime.nanoseconds() - start) * 1e-9
        Standard.error(
            "\(samples) samples published to \(destination) in \(AnomalyPrinter.number(seconds)) s"
                + (badLines.count > 0 ? ", \(badLines.count) bad lines left out" : ""))
        if samples == 0, badLines.count > 0 { throw ExitCode(1) }
    }

    /// Publishes a batch; an empty one is skipped.
    func publish(_ batch: SampleBatch) throws {
        guard !batch.isEmpty else { return }
        guard try publisher.publish(batch, at: WallClock.system.now()) else { throw CancellationError() }
        samples += batch.count
        progress()
    }

    /// Says which lines were left out.
    func report(_ lines: [BadLine]) {
        for line in lines { badLines.tell(line) }
    }

    /// Waits without limit: until then nobody may say that it was published. Interrupting the process ends it.
    private func handOver() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [destination] in
                do { try await Task.sleep(for: .seconds(1)) } catch { return }
                Standard.error("andon: waiting for a daemon at \(destination) to take the rest; Ctrl-C gives it up")
            }
            publisher.close()
            context.close()
            group.cancelAll()
        }
    }

    /// Every second, on a terminal.
    private func progress() {
        let now = MonotonicTime.nanoseconds()
        guard Standard.errorIsTerminal, now - lastWord > 1_000_000_000 else { return }
        lastWord = now
        Standard.error("\(samples) samples, \(AnomalyPrinter.number(Double(samples) / (Double(now - start) * 1e-9)))/s")
    }
}
