package import Messaging

extension SocketOptions {
    /// A link between two stages: bounded on both sides, and patient enough at its end to hand over what it holds.
    ///
    /// What one stage sends to the next was bounded where it came in. The largest message is the end of all anomalies of
    /// a shard at once, some kilobytes each; the limit leaves room for that.
    ///
    /// - Parameter linger: how long the next stage may take for what it was sent, the end among it, once this one has
    ///   closed; bounded by ``SocketOptions/longestLinger``.
    package static func link(_ highWaterMark: Int, linger: Duration = .seconds(4)) -> SocketOptions {
        var options = SocketOptions()
        options.sendHighWaterMark = highWaterMark
        options.receiveHighWaterMark = highWaterMark
        options.maximumMessageBytes = 1 << 30
        options.linger = min(linger, longestLinger)
        return options
    }
}
