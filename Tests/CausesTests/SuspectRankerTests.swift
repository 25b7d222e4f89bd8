import Causes
import Samples
import Testing

@Suite struct SuspectRankerTests {
    private func mover(_ number: Int) -> Fixture.Mover {
        Fixture.Mover(key: SeriesKey("m", ["service": "\(number)"]), residual: 10)
    }

    @Test func remembersSoManySeriesAndForgetsTheStalest() {
        var ranker = SuspectRanker(CauseConfiguration(trackLimit: 100))
        for number in 0..<1000 {
            ranker.observe(Fixture.movement(UInt32(number), Int64(number), mover(number)), of: mover(number).key)
            #expect(ranker.trackCount <= 100)
        }
        #expect(ranker.trackCount > 50)
    }

    @Test func aSmallerLimitHoldsFromTheNextSeriesOn() {
        var ranker = SuspectRanker(CauseConfiguration(trackLimit: 100))
        for number in 0..<100 {
            ranker.observe(Fixture.movement(UInt32(number), Int64(number), mover(number)), of: mover(number).key)
        }
        ranker.configuration.trackLimit = 5
        ranker.observe(Fixture.movement(200, 200, mover(200)), of: mover(200).key)
        #expect(ranker.trackCount <= 5)
    }

    @Test func aSeriesThatMovesForEverIsSuspectedAsBefore() {
        var ranker = SuspectRanker()
        for second in 0...1004 as ClosedRange<Int64> {
            ranker.observe(Fixture.movement(0, second, mover(0)), of: mover(0).key)
            ranker.observe(Fixture.movement(1, second, mover(1)), of: mover(1).key)
        }
        let suspects = ranker.suspects(for: Fixture.anomaly(mover(0).key), series: 0, interval: 1000)
        #expect(suspects.count <= 1)
        #expect(ranker.trackCount == 2)
    }

    @Test func newServiceLabelsCountForWhatWasSeenBefore() {
        let key = SeriesKey("cpu", ["app": "cart", "process": "java"])
        var ranker = SuspectRanker()
        for second in 1000...1004 as ClosedRange<Int64> {
            ranker.observe(
                Fixture.movement(0, second, Fixture.Mover(key: Fixture.target, residual: 40)), of: Fixture.target)
            ranker.observe(Fixture.movement(1, second, Fixture.Mover(key: key, residual: 40)), of: key)
        }
        func service() -> String? {
            ranker.suspects(for: Fixture.anomaly(Fixture.target), series: 0, interval: 1000).first?.service
        }
        #expect(service() == "java")
        ranker.configuration.serviceLabels = ["app", "process"]
        #expect(service() == "cart")
    }

    @Test func theFirstLabelThatIsThereNamesTheService() {
        let configuration = CauseConfiguration()
        #expect(configuration.service(of: SeriesKey("m", ["process": "p", "service": "s"])) == "s")
        #expect(configuration.service(of: SeriesKey("m", ["process": "p", "service": ""])) == "p")
        #expect(configuration.service(of: SeriesKey("m", ["host": "h"])) == nil)
    }
}
