/// Where a ZeroMQ socket binds or connects.
package struct SocketEndpoint: Equatable, Sendable {
    /// Which side of the connection the socket takes.
    package enum Side: String, Sendable {
        /// The socket waits for others.
        case bind
        /// The socket goes to another one.
        case connect
    }

    /// `tcp://host:port`, `ipc://path` or `inproc://name`; the port of a bound endpoint may be `*` for any free one.
    package let address: String
    /// Which side of the connection the socket takes.
    package let side: Side

    /// An endpoint whose address is known to be good.
    init(address: String, side: Side = .bind) {
        self.address = address
        self.side = side
    }

    /// `nil` where ZeroMQ would refuse the address.
    package init?(_ text: String, side: Side = .bind) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        let rest = text[separator.upperBound...]
        let isGood =
            switch text[..<separator.lowerBound] {
            case "tcp": Self.isHostAndPort(rest, side)
            case "ipc": Self.isSocketPath(rest, side)
            case "inproc": !rest.isEmpty && rest.utf8.count < 256
            default: false
            }
        guard isGood, !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) else { return nil }
        self.init(address: text, side: side)
    }

    private static func isHostAndPort(_ text: Substring, _ side: Side) -> Bool {
        guard let colon = text.lastIndex(of: ":") else { return false }
        let (host, port) = (text[..<colon], text[text.index(after: colon)...])
        if side == .connect, host == "*" || port == "*" { return false }
        return ListenAddress.isHost(host) && (port == "*" || ListenAddress.port(port, in: 1...65_535) != nil)
    }

    /// 107 bytes are what `sockaddr_un` has room for (unix(7)); `*` is any free path, a lone `@` an abstract
    /// one without a name.
    private static func isSocketPath(_ text: Substring, _ side: Side) -> Bool {
        !text.isEmpty && text != "@" && text.utf8.count <= 107 && !(side == .connect && text == "*")
    }
}

extension SocketEndpoint: CustomStringConvertible {
    /// As settings write it: the address alone where it is bound, `{connect: address}` otherwise.
    package var description: String {
        side == .bind ? address : "{connect: \(address)}"
    }
}
