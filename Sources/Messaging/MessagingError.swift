/// What can go wrong between this process and the bus.
public enum MessagingError: Error, Equatable, Sendable {
    /// The text is not an endpoint, or not one for this use; `why` is half a sentence for the person who wrote it.
    case invalidEndpoint(text: String, why: String)
    /// Somebody else, in this process or another, has bound the address.
    case addressInUse(Endpoint)
    /// The context was shut down or the socket closed: the caller ends its loop.
    case terminated(operation: String)
    /// A mandatory router knows no peer with the identity in the first frame.
    case unreachable(operation: String)
    /// Anything else libzmq or the system reports; `code` is an errno value.
    case failed(operation: String, code: Int32, text: String)

    /// Who can mend it.
    public enum Blame: Sendable {
        /// The one who wrote the settings.
        case user
        /// The machine or the network.
        case environment
        /// This program.
        case us
    }
}

extension MessagingError: CustomStringConvertible {
    /// A sentence without a full stop.
    public var description: String {
        switch self {
        case .invalidEndpoint(let text, let why): "Endpoint \"\(text)\" cannot be used: \(why)"
        case .addressInUse(let endpoint): "Could not bind \(endpoint): the address is already in use"
        case .terminated(let operation): "Could not \(operation): messaging is shut down"
        case .unreachable(let operation): "Could not \(operation): no such peer is connected"
        case .failed(let operation, let code, let text): "Could not \(operation): \(text) (error \(code))"
        }
    }
}
