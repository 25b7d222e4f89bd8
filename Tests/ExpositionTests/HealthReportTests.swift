import Testing

@testable import Exposition

@Suite struct HealthReportTests {
    @Test func isAsWellAsItsWorstPart() {
        let checks = HealthReport.Status.allCases.map { HealthReport.Check(name: "a", status: $0, detail: "b") }
        #expect(HealthReport(checks: checks).status == .unhealthy)
        #expect(HealthReport(checks: Array(checks.prefix(2))).status == .degraded)
        #expect(HealthReport(checks: []).status == .healthy)
    }
}
