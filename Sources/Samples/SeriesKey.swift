/// What identifies a series: the name of its metric and its labels.
public struct SeriesKey: Hashable, Sendable {
    /// The metric's name, for instance `http_request_seconds`.
    public let name: String
    /// What tells this series from others of the same metric.
    public let labels: Labels

    /// A series by name and labels.
    public init(_ name: String, _ labels: Labels = .none) {
        self.name = name
        self.labels = labels
    }

    /// The same for equal keys in every process, version and machine: FNV-1a over the canonical text.
    public var stableHash: UInt64 { StableHash.of(description) }

    /// Which of so many shards the series belongs to, from 0.
    public func shard(among count: Int) -> Int {
        count == 1 ? 0 : Int(stableHash % UInt64(count))
    }
}

extension SeriesKey: CustomStringConvertible {
    /// `name` or `name{a="b",c="d"}`, labels sorted; `\`, `"` and line feeds in values escaped as Prometheus does.
    public var description: String {
        guard !labels.isEmpty else { return name }
        let inside = labels.pairs.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        return "\(name){\(inside)}"
    }

    private static func escaped(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 == 0x5C || $0 == 0x22 || $0 == 0x0A }) else { return value }
        var out = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\"": out += "\\\""
            case "\n": out += "\\n"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
