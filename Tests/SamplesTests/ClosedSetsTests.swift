import Samples
import Testing

/// Words that other programs read: a change of one is a change of the interface.
@Suite struct ClosedSetsTests {
    @Test func keepTheirWords() {
        #expect(Anomaly.Phase.allCases.map(\.rawValue) == ["opened", "updated", "closed"])
        #expect(Anomaly.CloseReason.allCases.map(\.rawValue) == ["recovered", "level_shift", "silent"])
        #expect(Direction.allCases.map(\.rawValue) == ["above", "below", "both"])
        #expect(Severity.allCases.map(\.rawValue) == ["info", "warning", "critical"])
        #expect(
            Evidence.Kind.allCases.map(\.rawValue) == [
                "correlation", "deviation", "lead", "share", "newcomer", "same_service", "same_kind", "change",
            ])
        #expect(FeedbackVerdict.allCases.map(\.rawValue) == ["true", "false", "expected", "new_normal"])
        #expect(
            FeedbackRefusal.allCases.map(\.rawValue) == [
                "unknown_anomaly", "unknown_rule", "nothing_open", "rule_limit",
            ])
        #expect(Set(RefusalReason.allCases.map(\.rawValue)).count == RefusalReason.allCases.count)
    }
}
