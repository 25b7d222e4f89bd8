import Detection
import Messaging
import Synchronization
import WireFormat

/// What comes in before the doors are asked.
///
/// Publishers that push wait meanwhile. Samples of history go the way of all others, but for three things: none is too old, a
/// step is closed only where the history says so, and nothing that is found before the end of it is told. Feedback in it is
/// passed over.
extension Ingest {
    /// The sockets that are asked: one of history after the other, then the doors.
    var inlets: [Socket] { history.first.map { [$0] } ?? doors }

    /// What a sample may be, for now.
    var limits: DecodingLimits { isWarming ? configuration.historyLimits : configuration.decodingLimits }

    /// Opens the places at which history comes in.
    func openHistory() throws(MessagingError) {
        for endpoint in configuration.history {
            var options = SocketOptions.link(configuration.linkHighWaterMark)
            options.maximumMessageBytes = IngestConfiguration.historyMessageBytes
            let socket = try Socket(.pull, in: context, options: options)
            _ = try socket.bind(endpoint)
            history.append(socket)
        }
        guard isWarming else { return }
        live = .max
        decoder.limits = limits
    }

    /// Goes on to the next place of history or, behind the last one, to the doors.
    func endHistory() {
        let ended = history.removeFirst()
        poller.remove(ended)
        // Closed at the end of the stage: the turn that found its end still asks it.
        historyEnded.append(ended)
        for inlet in inlets { poller.add(inlet, .readable) }
        guard history.isEmpty else { return }
        steps.close()
        live = steps.current
        isTakingHistory.store(false, ordering: .relaxed)
        decoder.limits = limits
        isDue = true
    }
}
