import Foundation
import Settings
import Testing
import WireFormat

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

    @Test func theWireFormatPageHasTheLimitsOfTheDaemon() throws {
        let (settings, limits) = (AndonSettings(), DecodingLimits())
        let page = try page("Sources/WireFormat/wire-format.md")
        #expect(page.contains("(\(settings.doors.zeromq.maximumMessageBytes >> 20) MiB unless configured)"))
        #expect(page.contains("(\(settings.doors.limits.past.components.seconds / 86_400) days unless configured)"))
        #expect(page.contains("more than \(settings.doors.limits.future.components.seconds / 60) minutes ahead"))
        #expect(limits.maximumMessageBytes == settings.doors.zeromq.maximumMessageBytes)
        #expect(limits.past == settings.doors.limits.past && limits.future == settings.doors.limits.future)
        #expect(limits.maximumSeriesPerPublisher == settings.doors.limits.series)
        #expect(page.contains("At most 1,024 publishers") && limits.maximumPublishers == 1024)
    }

    @Test(arguments: ["Doors", "Replay", "Commands", "WarmStart", "Policies", "DataAsItIs", "LifeOfAnAnomaly"])
    func everyConfigInTheManualIsGood(name: String) throws {
        let blocks = try page("Sources/Andon/Andon.docc/\(name).md").components(separatedBy: "\n```yaml\n").dropFirst()
        for block in blocks {
            let yaml = block.components(separatedBy: "\n```").first ?? ""
            #expect(throws: Never.self) {
                try AndonSettings.parse(yaml: yaml, file: "\(name).md") { _ in .unreadable("no file") }
            }
        }
    }

    @Test func everyLinkOfTheReadmeLeadsSomewhere() throws {
        let links = try page("README.md").matches(of: /\]\((?<path>[^)#:]+)\)/).map { String($0.output.path) }
        #expect(links.count > 5)
        for link in links {
            #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: link).path), "\(link)")
        }
    }
}
