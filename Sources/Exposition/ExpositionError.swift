/// Why the door could not open, or had to close.
package enum ExpositionError: Error, Equatable, CustomStringConvertible {
    /// Whose turn it is.
    package enum Blame: Sendable {
        /// Another setting helps.
        case user
        /// Something outside of this process has to change.
        case environment
        /// A fault in Andon.
        case us
    }

    /// Another program listens there.
    case addressInUse(host: String, port: Int)
    /// The system does not let this user listen there.
    case notPermitted(host: String, port: Int)
    /// The address is none of this machine's, or no address at all.
    case noSuchAddress(host: String, port: Int, cause: String)
    /// Listening failed in another way.
    case cannotListen(host: String, port: Int, cause: String)
    /// The server broke after it had been listening.
    case broken(cause: String)

    /// True where the same call may work later.
    package var isRetriable: Bool {
        switch self {
        case .addressInUse, .cannotListen, .broken: true
        case .notPermitted, .noSuchAddress: false
        }
    }

    /// Whose turn it is.
    package var blame: Blame {
        switch self {
        case .addressInUse, .notPermitted, .noSuchAddress: .user
        case .cannotListen: .environment
        case .broken: .us
        }
    }

    /// A sentence for a person: what failed, and what to do.
    package var description: String {
        switch self {
        case .addressInUse(let host, let port):
            "Cannot listen on \(Self.address(host, port)): another program already does; "
                + "stop it, or choose another port (0 takes any that is free)."
        case .notPermitted(let host, let port):
            "Cannot listen on \(Self.address(host, port)): not permitted; choose a port from 1024 on."
        case .noSuchAddress(let host, let port, let cause):
            "Cannot listen on \(Self.address(host, port)): no address of this machine (\(cause)); "
                + "choose 127.0.0.1 for this machine only, or 0.0.0.0 for all its addresses."
        case .cannotListen(let host, let port, let cause):
            "Cannot listen on \(Self.address(host, port)): \(cause); choose another address, or try again."
        case .broken(let cause):
            "The HTTP server stopped: \(cause); start it again."
        }
    }

    /// An IPv6 address needs brackets, or its end would be read as the port.
    private static func address(_ host: String, _ port: Int) -> String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
