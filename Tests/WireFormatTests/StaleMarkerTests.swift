import Samples
import Testing
import WireFormat

/// The NaN by which Prometheus says that a series ends comes through every door, and no other NaN does.
@Suite struct StaleMarkerTests {
    @Test(arguments: [false, true])
    func itIsTakenAndCountedByItself(_ isProtobuf: Bool) {
        let door = Door()
        let batch = Door.batch([.init("x", 0, 1), .init("x", 1, StaleMarker.value), .init("x", 2, .nan)])
        var encoder = MetricEncoder()
        let outcome =
            isProtobuf ? door.take(protobuf: encoder.encode(batch)) : door.take(nil, MetricEncoder.json(batch))
        #expect(outcome.accepted == 1)
        #expect(outcome.refusedSamples == [.stale: 1, .nonFinite: 1])
        #expect(door.columns.values.count == 2)
        #expect(StaleMarker.isMarker(door.columns.values[1]))
    }

    @Test func jsonHasAWordForIt() {
        let door = Door()
        let outcome = door.take(json: #"[{"name":"x","value":1},{"name":"x","value":"stale"}]"#)
        #expect(outcome.refusedSamples == [.stale: 1])
    }

    @Test(arguments: [Double.nan, .signalingNaN, .infinity, 0])
    func nothingElseIsOne(value: Double) {
        #expect(!StaleMarker.isMarker(value))
    }
}
