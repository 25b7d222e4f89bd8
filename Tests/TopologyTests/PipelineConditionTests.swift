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
}
