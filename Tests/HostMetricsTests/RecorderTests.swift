import Samples
import Testing

@testable import HostMetrics

@Suite struct RecorderTests {
    private func tick(
        _ recorder: inout Recorder, _ milliseconds: Int64, _ counter: UInt64?, limit: Double = .infinity
    ) -> [String: Double] {
        recorder.begin(at: .at(milliseconds))
        if let counter { recorder.rate("r", ["a": "b"], of: counter, unit: 2, atMost: limit) }
        return recorder.finish().byName
    }

    @Test func ratesCompareWithTheTickBefore() {
        var recorder = Recorder(host: "box")
        #expect(tick(&recorder, 0, 10) == [:])
        #expect(tick(&recorder, 500, 13) == ["r{a=\"b\"}": 12])
        #expect(tick(&recorder, 1500, 13) == ["r{a=\"b\"}": 0])
    }

    @Test func everySeriesCarriesTheHost() {
        var recorder = Recorder(host: "box")
        recorder.begin(at: .at(0))
        recorder.gauge("g", ["a": "b"], of: 1)
        let batch = recorder.finish()
        #expect(batch.series == [SeriesKey("g", ["a": "b", "host": "box"])])
        #expect(batch.times == [EventTime.at(0).milliseconds])
    }

    @Test func counterThatGoesBackwardsGivesNoRate() {
        var recorder = Recorder(host: "box")
        #expect(tick(&recorder, 0, .max) == [:])
        #expect(tick(&recorder, 1000, 5) == [:])
        #expect(tick(&recorder, 2000, 6) == ["r{a=\"b\"}": 2])
    }

    @Test(arguments: [0, -1, -10_000] as [Int64])
    func timeThatDoesNotGoForwardGivesNoRate(_ step: Int64) {
        var recorder = Recorder(host: "box")
        #expect(tick(&recorder, 20_000, 1) == [:])
        #expect(tick(&recorder, 20_000 + step, 2) == [:])
        #expect(tick(&recorder, 21_000 + step, 3) == ["r{a=\"b\"}": 2])
    }

    @Test func counterThatWasAbsentBeginsAnew() {
        var recorder = Recorder(host: "box")
        #expect(tick(&recorder, 0, 1) == [:])
        #expect(tick(&recorder, 1000, nil) == [:])
        #expect(tick(&recorder, 2000, 100) == [:])
        #expect(tick(&recorder, 3000, 101) == ["r{a=\"b\"}": 2])
    }

    @Test func ratesAreHeldAtTheirLimit() {
        var recorder = Recorder(host: "box")
        #expect(tick(&recorder, 0, 0, limit: 1) == [:])
        #expect(tick(&recorder, 1000, 1, limit: 1) == ["r{a=\"b\"}": 1])
    }

    @Test func theFirstTickIsOnlyPriming() {
        var recorder = Recorder(host: "box")
        recorder.begin(at: .at(0))
        #expect(recorder.elapsed == nil)
        recorder.begin(at: .at(250))
        #expect(recorder.elapsed == 0.25)
    }
}
