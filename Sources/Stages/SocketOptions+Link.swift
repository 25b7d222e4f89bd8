package import Messaging

extension SocketOptions {
    /// A link between two stages: bounded on both sides, and patient enough at its end to hand over what it holds.
    ///
    /// What one stage sends to the next was bounded where it came in. The largest message is the end of all anomalies of
    /// a shard at once, some kilobytes each; the limit leaves room for that.
    package static func link(_ highWaterMark: Int) -> SocketOptions {
        var options = SocketOptions()
        options.sendHighWaterMark = highWaterMark
        options.receiveHighWaterMark = highWaterMark
        options.maximumMessageBytes = 1 << 30
        options.linger = .seconds(1)
        return options
    }
}
