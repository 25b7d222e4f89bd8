import Foundation
import Testing

@testable import Andon

@Suite struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func page(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    @Test(arguments: MetricHelp.all.keys.sorted())
    func everyMetricIsOnTheMetricsPage(name: String) throws {
        #expect(try page("Sources/Andon/Andon.docc/Metrics.md").contains("| `\(name)` |"))
    }

    @Test func everyLinkOfTheReadmeLeadsSomewhere() throws {
        let links = try page("README.md").matches(of: /\]\((?<path>[^)#:]+)\)/).map { String($0.output.path) }
        #expect(links.count > 5)
        for link in links {
            #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: link).path), "\(link)")
        }
    }
}
