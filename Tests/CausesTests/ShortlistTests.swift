import Testing

@testable import Causes

@Suite struct ShortlistTests {
    @Test(arguments: [0, 1, 3, 8, 100])
    func keepsTheFirstFewInOrder(limit: Int) {
        let numbers = [5, 3, 9, 1, 7, 2, 8, 6]
        var shortlist = Shortlist<Int>(limit: limit)
        for number in numbers { shortlist.offer(number, precedes: >) }
        #expect(shortlist.entries == Array(numbers.sorted(by: >).prefix(limit)))
    }

    @Test func ofEqualOnesTheEarlierComesFirst() {
        var shortlist = Shortlist<(score: Int, name: String)>(limit: 2)
        for entry in [(1, "a"), (1, "b"), (2, "c"), (1, "d"), (2, "e")] {
            shortlist.offer((score: entry.0, name: entry.1)) { $0.score > $1.score }
        }
        #expect(shortlist.entries.map(\.name) == ["c", "e"])
    }
}
