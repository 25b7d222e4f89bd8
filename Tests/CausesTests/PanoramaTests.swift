import Samples
import Testing

@testable import Causes

@Suite struct PanoramaTests {
    /// Series 3, 5 and 8 move by 1, 10 and 100; the first two are of one metric and one service.
    private static func panorama() -> Panorama {
        let keys: [UInt32: SeriesKey] = [
            3: SeriesKey("cpu", ["service": "cart", "host": "a"]),
            5: SeriesKey("cpu", ["service": "cart", "host": "b"]),
            8: SeriesKey("load"), 9: SeriesKey("cpu", ["service": "idle"]),
        ]
        let sizes: [UInt32: Double] = [3: 1, 5: 10, 8: 100]
        let tracks = keys.reduce(into: [UInt32: Track]()) { tracks, entry in
            var track = Track(key: entry.value, service: entry.value.labels["service"], kind: .other)
            for second in 0...3 as ClosedRange<Int64> {
                guard let size = sizes[entry.key] else { break }
                let mover = Fixture.Mover(key: entry.value, value: size, residual: Float(second + 1))
                track.append(Fixture.movement(entry.key, second, mover), keeping: 60)
            }
            tracks[entry.key] = track
        }
        return Panorama(of: tracks, at: Panorama.Moment(time: 3000, interval: 1000), window: 8)
    }

    @Test func showsWhatMovedInOrderOfNumber() {
        let panorama = Self.panorama()
        #expect(panorama.candidates.map(\.series) == [3, 5, 8])
        #expect(panorama.names == [#"cpu{host="a",service="cart"}"#, #"cpu{host="b",service="cart"}"#, "load"])
        #expect([2, 3, 5, 8, 9].map(panorama.place(of:)) == [nil, 0, 1, 2, nil])
    }

    @Test func seriesOfOneServiceAreOneGroup() {
        let panorama = Self.panorama()
        #expect(panorama.groupCount == 2)
        #expect(panorama.group(ofService: "cart") == panorama.candidates[0].group)
        #expect(panorama.candidates[0].group == panorama.candidates[1].group)
        #expect(panorama.group(ofService: "idle") == nil)
        #expect(panorama.group(ofService: nil) == nil)
    }

    @Test func totalsLeaveOutWhoIsExplained() {
        let panorama = Self.panorama()
        let cpu = panorama.candidates[0].metric
        #expect(panorama.totals(without: nil)[cpu].change == 11)
        #expect(panorama.totals(without: 1)[cpu].change == 1)
        #expect(panorama.totals(without: 1)[cpu].count == 1)
        #expect(panorama.totals(without: 2)[cpu].count == 2)
        #expect(panorama.totals(without: 2)[panorama.candidates[2].metric].count == 0)
    }

    @Test func aCandidateMovesAsItselfAndAsItsWindow() {
        let panorama = Self.panorama()
        let own = panorama.correlations(with: 0)
        #expect(own.count == 3)
        #expect(own.allSatisfy { abs($0 - 1) < 1e-6 })
        #expect(panorama.correlations(with: [Float](repeating: 0, count: 8)) == [0, 0, 0])
    }

    @Test(arguments: [0, Double.infinity, .nan])
    func aSumThatIsNoMeasureGivesNoShare(sum: Double) {
        #expect(MetricTotal(change: sum, count: 2).share(of: Self.panorama().candidates[0]) == 0)
    }
}
