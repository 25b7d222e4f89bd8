/// How stages are joined.
package enum StageLink: Equatable, Sendable {
    /// All in this process.
    case inproc
    /// By sockets in a directory of this machine.
    case ipc(directory: String)
    /// By consecutive ports of a host, the first of which is `basePort`.
    case tcp(host: String, basePort: Int)

    /// Room that a link needs above its base port: one for each of 64 shards and both directions, and a few to spare.
    static let ports = 200

    /// Reads `inproc`, `ipc:///directory` or `tcp://host:baseport`; `nil` for anything else.
    package init?(_ text: String) {
        if text == "inproc" {
            self = .inproc
        } else if text.hasPrefix("ipc:///"), text.utf8.count <= Self.longestDirectory + 6, SocketEndpoint(text) != nil {
            self = .ipc(directory: String(text.dropFirst(6)))
        } else if text.hasPrefix("tcp://"), let address = ListenAddress(String(text.dropFirst(6))),
            (1...(65_535 - Self.ports)).contains(address.port)
        {
            self = .tcp(host: address.host, basePort: address.port)
        } else {
            return nil
        }
    }

    /// Bytes of a directory that leave room for a socket's name within the 107 of a socket path.
    private static let longestDirectory = 75
}

extension StageLink: CustomStringConvertible {
    /// As settings write it.
    package var description: String {
        switch self {
        case .inproc: "inproc"
        case .ipc(let directory): "ipc://\(directory)"
        case .tcp(let host, let basePort): "tcp://\(ListenAddress(host: host, port: basePort))"
        }
    }
}
