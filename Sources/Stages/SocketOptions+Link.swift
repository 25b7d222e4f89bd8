import Messaging

extension SocketOptions {
    /// A link between two stages: bounded on both sides, and patient enough at its end to hand over what it holds.
    static func link(_ highWaterMark: Int) -> SocketOptions {
        var options = SocketOptions()
        options.sendHighWaterMark = highWaterMark
        options.receiveHighWaterMark = highWaterMark
        options.linger = .seconds(1)
        return options
    }
}
