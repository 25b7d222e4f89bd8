import Messaging

/// The names by which the parts of one replay find each other; they mean something inside one context only.
enum ReplayEndpoints {
    static func door() throws(MessagingError) -> Endpoint { try Endpoint("inproc://replay-door") }
    static func shard(_ number: Int) throws(MessagingError) -> Endpoint {
        try Endpoint("inproc://replay-detect-\(number)")
    }
    static func explain() throws(MessagingError) -> Endpoint { try Endpoint("inproc://replay-explain") }
    static func anomalies() throws(MessagingError) -> Endpoint { try Endpoint("inproc://replay-anomalies") }
    static func scores() throws(MessagingError) -> Endpoint { try Endpoint("inproc://replay-scores") }
}
