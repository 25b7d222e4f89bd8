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
    private var badLines = 0
    private var lastWord: UInt64 = 0
    private let start = MonotonicTime.nanoseconds()

    /// So many bad lines are shown; the others are only counted.
    private static let shownBadLines = 10

    init(_ options: EmitOptions) throws {
        do throws(MessagingError) {
            executor = try ThreadExecutor(name: "files")
            context = try MessagingContext()
            publisher = try BusPublisher(
                to: try Endpoint(options.to), in: context, topic: "metric.file", name: options.publisher,
                format: options.format, redefineEvery: 60)
            destination = options.to
            publisher.onWaiting = { Standard.error("andon: waiting for a daemon at \(options.to)") }
        } catch {
            Standard.error("andon: \(error)")
            throw ExitCode(1)
        }
    }

    /// Runs `work`, then waits until the daemon has taken what was sent.
    func run(_ work: @Sendable (isolated FileFeed) throws -> Void) throws {
        do {
            try work(self)
        } catch {
            Standard.error("andon: \(error)")
            publisher.close()
            throw ExitCode(1)
        }
        publisher.close()
        context.close()
        let seconds = Double(MonotonicTime.nanoseconds() - start) * 1e-9
        Standard.error(
            "\(samples) samples published to \(destination) in \(AnomalyPrinter.number(seconds)) s"
                + (badLines > 0 ? ", \(badLines) bad lines left out" : ""))
        if samples == 0, badLines > 0 { throw ExitCode(1) }
    }

    /// Publishes a batch; an empty one is skipped.
    func publish(_ batch: SampleBatch) throws(MessagingError) {
        guard !batch.isEmpty else { return }
        _ = try publisher.publish(batch, at: WallClock.system.now())
        samples += batch.count
        progress()
    }

    /// Says which lines were left out.
    func report(_ lines: [BadLine]) {
        for line in lines {
            badLines += 1
            if badLines <= Self.shownBadLines { Standard.error("\(line)") }
            if badLines == Self.shownBadLines { Standard.error("Further bad lines are only counted") }
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
