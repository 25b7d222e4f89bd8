/// An address of the bus: `tcp://HOST:PORT`, `ipc://PATH` or `inproc://NAME`.
///
/// To bind, the port of `tcp` and the path of `ipc` may be `*` (the system chooses; ``Socket/bind(_:)`` returns what it
/// chose), and the host of `tcp` may be `*` (every interface).
public struct Endpoint: Hashable, Sendable {
    /// How bytes travel to the address.
    public enum Transport: String, CaseIterable, Sendable {
        /// Between threads that share a ``MessagingContext``; the receiver reads the sender's memory.
        case inproc
        /// Between processes of this machine, over a Unix domain socket.
        case ipc
        /// Over the network.
        case tcp
    }

    /// How bytes travel.
    public let transport: Transport
    /// What follows `://`.
    public let address: String

    /// Reads an endpoint as it stands in settings.
    ///
    /// - Throws: ``MessagingError/invalidEndpoint(text:why:)``.
    public init(_ text: String) throws(MessagingError) {
        guard let (transport, address) = Endpoint.split(text) else {
            throw .invalidEndpoint(text: text, why: "it must begin with tcp://, ipc:// or inproc://")
        }
        if let why = Endpoint.fault(in: address, of: transport) {
            throw .invalidEndpoint(text: text, why: why)
        }
        self.transport = transport
        self.address = String(address)
    }

    /// True when only binding makes sense of it: the host, port or path is `*`.
    public var isWildcard: Bool {
        switch transport {
        case .inproc: false
        case .ipc: address == "*"
        case .tcp: address.hasPrefix("*:") || address.hasSuffix(":*")
        }
    }

    /// True when the host is an IPv6 address in brackets.
    var isIPv6: Bool { transport == .tcp && address.hasPrefix("[") }
}

extension Endpoint: CustomStringConvertible {
    /// As it is written in settings.
    public var description: String { "\(transport.rawValue)://\(address)" }
}
