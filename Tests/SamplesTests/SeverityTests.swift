import Samples
import Testing

@Suite struct SeverityTests {
    @Test func milderIsLess() {
        #expect(Severity.allCases == Severity.allCases.sorted())
        #expect(Severity.info < .critical)
        #expect(!(Severity.warning < .warning))
    }
}
