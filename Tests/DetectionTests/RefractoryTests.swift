import Testing

@testable import Detection

@Suite struct RefractoryTests {
    @Test func theBarStandsAndThenFalls() {
        var refractory = Refractory()
        #expect(refractory.bar(at: 10) == 0)
        refractory.follow(6, at: 10)
        #expect(refractory.bar(at: 10) == 6)
        #expect(refractory.bar(at: 60) == 6)
        #expect(abs(refractory.bar(at: 60 + 138) - 3) < 0.05)
        #expect(refractory.bar(at: 60 + 3000) < 0.001)
    }

    @Test func onlyWhatIsStrangerIsNews() {
        #expect(Refractory.news(5, behind: 6) < 2)
        #expect(Refractory.news(6, behind: 6) < 2)
        #expect(Refractory.news(40, behind: 40) == 2)
        #expect(Refractory.news(7, behind: 6) == 7)
    }

    @Test func aStrangerSampleRaisesItALesserOneDoesNot() {
        var refractory = Refractory()
        refractory.follow(1, at: 0)
        #expect(refractory.bar(at: 0) == 0)
        refractory.follow(6, at: 0)
        refractory.follow(3, at: 20)
        #expect(refractory.bar(at: 45) == 6)
        refractory.follow(8, at: 45)
        #expect(refractory.bar(at: 95) == 8)
    }

    @Test func countsOnWhereTheNumbersOfSamplesBeginAgain() {
        var refractory = Refractory()
        refractory.follow(6, at: .max - 5)
        #expect(refractory.bar(at: 10) == 6)
    }
}
