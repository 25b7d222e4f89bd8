package import Messaging
import WireFormat

/// The sockets.
extension Ingest {
    /// Connects to Detect and opens the doors.
    ///
    /// - Returns: where the doors really are, in the order of the configuration (a port `*` is replaced).
    package func open() throws(MessagingError) -> [Endpoint] {
        for endpoint in configuration.shards {
            let socket = try Socket(
                .push, in: context, options: .link(configuration.linkHighWaterMark, linger: configuration.drain))
            try socket.connect(endpoint)
            outlets.append(Outlet(socket: socket, metrics: metrics, executor: executor))
        }
        var bound: [Endpoint] = []
        for door in configuration.doors {
            var options = SocketOptions()
            options.receiveHighWaterMark = configuration.highWaterMark
            options.maximumMessageBytes = configuration.hardMessageLimit
            let socket = try Socket(door.kind == .pull ? .pull : .sub, in: context, options: options)
            if door.kind == .subscribe {
                for topic in [TopicPrefix.metric, TopicPrefix.change, TopicPrefix.feedback] {
                    try socket.subscribe(topic)
                }
            }
            bound.append(door.binds ? try socket.bind(door.endpoint) : door.endpoint)
            if !door.binds { try socket.connect(door.endpoint) }
            doors.append(socket)
        }
        try openHistory()
        for inlet in inlets { poller.add(inlet, .readable) }
        return bound
    }

    /// Opens the taps, if there are any.
    ///
    /// - Returns: where they really are, in the order of the configuration.
    package func openTaps() throws(MessagingError) -> [Endpoint] {
        guard !configuration.taps.isEmpty else { return [] }
        var options = SocketOptions()
        options.sendHighWaterMark = configuration.tapHighWaterMark
        options.linger = .milliseconds(500)
        let socket = try Socket(.xpub, in: context, options: options)
        var bound: [Endpoint] = []
        for tap in configuration.taps {
            bound.append(tap.binds ? try socket.bind(tap.endpoint) : tap.endpoint)
            if !tap.binds { try socket.connect(tap.endpoint) }
        }
        poller.add(socket, .readable)
        tap = SampleTap(
            socket, instance: configuration.instance, clock: clock, slowListeners: doorMetrics.slowListeners)
        return bound
    }

    func close() {
        for door in doors + history + historyEnded { door.close() }
        for outlet in outlets { outlet.socket.close() }
        tap?.socket.close()
    }
}
