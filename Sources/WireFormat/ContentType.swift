/// What the body of a message is, as its header says. An open set: newer senders may name types not listed here.
public struct ContentType: RawRepresentable, Hashable, Sendable {
    /// The media type, without parameters.
    public let rawValue: String

    /// A media type by its text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Protocol buffers of the package `andon.v1`.
    public static let protobuf = ContentType(rawValue: "application/x-protobuf")
    /// JSON in UTF-8.
    public static let json = ContentType(rawValue: "application/json")
    /// A CloudEvents 1.0 event in structured mode, JSON in UTF-8.
    public static let cloudEvents = ContentType(rawValue: "application/cloudevents+json")
}
