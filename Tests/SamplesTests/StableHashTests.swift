import Samples
import Testing

/// The pinned values keep ids and shards the same over versions: a change of them is a change of every anomaly's id.
@Suite struct StableHashTests {
    @Test(
        arguments: [
            ("", 0x1bbd_5c81_3c69_a8d7), ("andon", 0x05b4_b695_bf86_20a9),
            ("http_request_seconds{service=\"web\"}", 0x190a_1d82_f7e7_e96d),
        ] as [(String, UInt64)])
    func keepsItsValues(text: String, hash: UInt64) {
        #expect(StableHash.of(text) == hash)
    }

    @Test func tellsWhereATextEnds() {
        var one = StableHash()
        one.combine("ab")
        one.combine("c")
        var other = StableHash()
        other.combine("a")
        other.combine("bc")
        #expect(one.value != other.value)
    }

    @Test func takesNumbers() {
        var hash = StableHash()
        hash.combine(Int64.min)
        #expect(hash.value == 0x6d0e_3b52_a3f5_5345)
        #expect(hash.value != StableHash().value)
    }

    @Test func spreadsOverAFewShards() {
        var counts = [0, 0, 0, 0]
        for number in 0..<4000 { counts[Int(StableHash.of("series_\(number)") % 4)] += 1 }
        #expect(counts.allSatisfy { (900...1100).contains($0) })
    }
}
