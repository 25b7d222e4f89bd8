import Samples
import Testing

@Suite struct FractionTests {
    @Test(arguments: [0, 0.5, 1])
    func takesSharesOfAWhole(value: Double) {
        #expect(Fraction(value)?.value == value)
    }

    @Test(arguments: [-0.001, 1.001, .nan, .infinity, -.infinity])
    func refusesEverythingElse(value: Double) {
        #expect(Fraction(value) == nil)
    }

    @Test func ordersByValue() {
        #expect((0.25 as Fraction) < 0.5)
    }
}
