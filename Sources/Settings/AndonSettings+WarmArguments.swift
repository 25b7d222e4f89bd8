import Foundation
import Yams

extension AndonSettings {
    /// Takes what a command line names as history instead of what the file names: files and folders, and at most one Prometheus
    /// as `http://host:port?match=QUERY&range=14d&step=60s`, whose keys are those under `warm.prometheus`.
    ///
    /// - Throws: all that is wrong with it.
    package mutating func warm(from arguments: [String]) throws(InvalidSettings) {
        var findings = Findings(file: "--warm-from")
        let urls = arguments.filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        warm.files = arguments.filter { !urls.contains($0) }
        (warm.prometheus.url, warm.prometheus.queries) = (nil, [])
        if urls.count > 1 { findings.note("there is more than one Prometheus; at most one can be asked", key: nil) }
        if let url = urls.first {
            let section = Node([(Node("warm"), Node([(Node("prometheus"), Self.section(of: url))]))])
            SectionReader(fields: Self.warmFields, shownPrefix: "").read(section, into: &self, &findings)
            checkWarm(&findings)
        }
        guard findings.problems.isEmpty else { throw InvalidSettings(findings.problems) }
    }

    /// The map that the settings file would have for a URL.
    private static func section(of url: String) -> Node {
        let parts = url.split(separator: "?", maxSplits: 1)
        var pairs: [(Node, Node)] = [(Node("url"), Node(String(parts[0])))]
        var queries: [Node] = []
        for item in parts.dropFirst().first?.split(separator: "&") ?? [] {
            let sides = item.split(separator: "=", maxSplits: 1).map { $0.removingPercentEncoding ?? String($0) }
            let value = Node(sides.dropFirst().first ?? "", .implicit, .doubleQuoted)
            if ["match", "match[]", "query"].contains(sides[0]) {
                queries.append(value)
            } else {
                pairs.append((Node(sides[0]), value))
            }
        }
        if !queries.isEmpty { pairs.append((Node("queries"), Node(queries))) }
        return Node(pairs)
    }
}
