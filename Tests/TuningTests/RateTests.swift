import Samples
import Testing

@testable import Tuning

@Suite struct RateTests {
    private func rate(_ members: [(Int, Double)]) -> Rate {
        members.reduce(into: Rate()) { $0.add($1.0, in: $1.1) }
    }

    @Test func nothingHappenedIsZeroHoweverShort() {
        #expect(rate([(0, 0)]).perDay == 0)
        #expect(rate([(0, 5)]).cautiousPerDay() == 0)
        #expect(Rate().perDay == 0)
    }

    @Test func somethingInNoTimeIsTooMuchForAnyBound() {
        #expect(rate([(2, 0)]).perDay == .infinity)
        #expect(rate([(2, 0)]).cautiousPerDay() == .infinity)
    }

    @Test func theMarginIsThatOfACountAtLeast() {
        let even = rate([(2, 1), (2, 1), (2, 1), (2, 1)])
        #expect(even.perDay == 2)
        #expect(abs(even.cautiousPerDay() - (8 + 1.2816 * 8.0.squareRoot()) / 4) < 1e-12)
    }

    @Test func membersThatDifferNeedMoreMargin() {
        let even = rate([(2, 1), (2, 1), (2, 1), (2, 1)])
        let uneven = rate([(8, 1), (0, 1), (0, 1), (0, 1)])
        #expect(uneven.perDay == even.perDay)
        #expect(abs(uneven.cautiousPerDay() - (8 + 1.2816 * 8) / 4) < 1e-12)
        #expect(uneven.cautiousPerDay(isPartial: true) == even.cautiousPerDay())
    }

    @Test(arguments: 0..<50)
    func aPartIsNeverMoreCautiousThanTheWhole(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let members = (0..<8).map { _ in
            (Int(generator.next() % 5), Double.random(in: 0.1...4, using: &generator))
        }
        let part = rate(members.enumerated().map { ($0 < 3 ? $1.0 : 0, $1.1) })
        #expect(part.cautiousPerDay(isPartial: true) <= rate(members).cautiousPerDay() + 1e-9)
    }
}
