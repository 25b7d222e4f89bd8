import Exposition
import Testing
import Topology

@testable import Andon

@Suite struct PipelineConditionHealthTests {
    @Test func aStuckPipelineIsUnhealthyAndNotReady() {
        let stuck = PipelineCondition.stuck(seconds: 7.9)
        #expect(stuck.status == .unhealthy)
        #expect(!stuck.readiness().ready)
        #expect(stuck.readiness().reason == "the doors were not asked for 7 s: a later stage takes no more")
    }

    @Test func saysHowFarTheHistoryIs() {
        #expect(PipelineCondition.warming.readiness(historyShare: 0.439).reason == "warming from history, 43 %")
        #expect(PipelineCondition.warming.readiness(historyShare: nil).reason == "warming from history")
    }

    @Test(arguments: [PipelineCondition.starting, .warming, .stopping])
    func whatComesUpOrGoesDownIsHealthyButNotReady(condition: PipelineCondition) {
        #expect(condition.status == .healthy)
        #expect(!condition.readiness().ready)
    }

    @Test func aRunningPipelineIsReady() {
        #expect(PipelineCondition.running.status == .healthy)
        #expect(PipelineCondition.running.readiness().ready)
    }
}
