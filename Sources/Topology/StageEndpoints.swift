import Messaging
import Settings

/// Where each stage takes its messages, by the kind of link that the settings name.
struct StageEndpoints {
    let shards: [Endpoint]
    let explain: Endpoint
    let publish: Endpoint

    init(link: StageLink, shards count: Int) throws(MessagingError) {
        explain = try Self.endpoint(link, "explain", number: 0)
        publish = try Self.endpoint(link, "publish", number: 1)
        var shards: [Endpoint] = []
        for shard in 0..<count { shards.append(try Self.endpoint(link, "detect-\(shard)", number: 2 + shard)) }
        self.shards = shards
    }

    private static func endpoint(
        _ link: StageLink, _ name: String, number: Int
    ) throws(MessagingError) -> Endpoint {
        switch link {
        case .inproc: try Endpoint("inproc://\(name)")
        case .ipc(let directory): try Endpoint("ipc://\(directory)/\(name)")
        case .tcp(let host, let basePort): try Endpoint("tcp://\(host):\(basePort + number)")
        }
    }
}
