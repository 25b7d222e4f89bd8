import Messaging

/// Ports that are free, and that nobody is given who asks the system for any free one.
enum FreePorts {
    /// Below the range of ports that Linux gives to those who do not name one (`ip_local_port_range`), so that other tests
    /// do not get them meanwhile.
    private static let range = 20_000..<32_000

    /// The first of so many in a row.
    static func first(of count: Int) throws -> Int {
        let context = try MessagingContext()
        for _ in 0..<100 {
            let first = Int.random(in: range)
            let sockets = try (0..<count).map { _ in try Socket(.pull, in: context) }
            defer { for socket in sockets { socket.close() } }
            if sockets.enumerated().allSatisfy({ isBound($1, to: first + $0) }) { return first }
        }
        throw NoneFound()
    }

    private static func isBound(_ socket: Socket, to port: Int) -> Bool {
        do {
            try socket.bind(Endpoint("tcp://127.0.0.1:\(port)"))
            return true
        } catch {
            return false
        }
    }

    struct NoneFound: Error {}
}
