/// Addresses that are bound to all interfaces are reached over the loopback.
enum Loopback {
    static func address(of endpoint: String) -> String {
        endpoint.replacing("://0.0.0.0:", with: "://127.0.0.1:").replacing("://[::]:", with: "://[::1]:")
    }
}
