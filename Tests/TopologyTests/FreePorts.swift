import Messaging

/// Ports that were free a moment ago.
enum FreePorts {
    /// The first of so many in a row.
    static func first(of count: Int) throws -> Int {
        let context = try MessagingContext()
        for _ in 0..<100 {
            let sockets = try (0..<count).map { _ in try Socket(.pull, in: context) }
            defer { for socket in sockets { socket.close() } }
            let any = try sockets[0].bind(Endpoint("tcp://127.0.0.1:*")).description
            guard let port = Int(any.drop { $0 != ":" }.dropFirst(3).drop { $0 != ":" }.dropFirst()) else { continue }
            if sockets.dropFirst().enumerated().allSatisfy({ isBound($1, to: port + 1 + $0) }) { return port }
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
