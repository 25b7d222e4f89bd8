import CZeroMQ

extension Socket {
    /// What a socket does with messages, and which kind it talks to.
    public enum Kind: String, CaseIterable, Sendable {
        /// Sends each message to all subscribers of its first frame's prefix; talks to `sub` and `xsub`.
        case pub
        /// Receives what it has subscribed to; talks to `pub` and `xpub`.
        case sub
        /// A `pub` that also receives subscriptions as messages. They must be read, or they pile up.
        case xpub
        /// A `sub` that subscribes by sending messages.
        case xsub
        /// Sends each message to one of its peers in turn and waits when all are full; talks to `pull`.
        case push
        /// Receives from its peers in turn; talks to `push`.
        case pull
        /// Sends to the peer that the first frame identifies, and puts that identity before what it receives; talks to
        /// `dealer`.
        case router
        /// Sends in turn like `push` and receives like `pull`; talks to `router` and `dealer`.
        case dealer
        /// Talks to exactly one other `pair`. Only for `inproc`: after a lost connection it does not keep messages
        /// whole.
        case pair

        /// libzmq's number.
        var type: Int32 {
            switch self {
            case .pub: ZMQ_PUB
            case .sub: ZMQ_SUB
            case .xpub: ZMQ_XPUB
            case .xsub: ZMQ_XSUB
            case .push: ZMQ_PUSH
            case .pull: ZMQ_PULL
            case .router: ZMQ_ROUTER
            case .dealer: ZMQ_DEALER
            case .pair: ZMQ_PAIR
            }
        }
    }
}
