import Testing

@testable import Topology

@Suite struct PipelineConditionTests {
    @Test(arguments: [
        (false, nil, PipelineCondition.starting), (false, 0, .running), (false, 5, .running),
        (false, 5.5, .stuck(seconds: 5.5)), (true, nil, .stopping), (true, 60, .stopping),
    ])
    func followsFromTheLastLookAtTheDoors(isStopping: Bool, seconds: Double?, condition: PipelineCondition) {
        #expect(PipelineCondition(isStopping: isStopping, secondsSinceTurn: seconds) == condition)
    }

    @Test func warmsUntilTheHistoryIsAll() {
        #expect(PipelineCondition(isStopping: false, isWarming: true, secondsSinceTurn: 0) == .warming)
        #expect(
            PipelineCondition(isStopping: false, isWarming: true, secondsSinceTurn: 5.5) == .stuck(seconds: 5.5),
            "also history has to go on")
        #expect(PipelineCondition(isStopping: true, isWarming: true, secondsSinceTurn: 0) == .stopping)
    }
}
