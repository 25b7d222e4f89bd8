import Testing

/// Needs a machine that does nothing else: `make test` runs it alone, before the others.
@Suite struct BurnerTests {
    @Test func namesTheProcessThatBurnsTheCPU() throws {
        let facts: Burner = try Scenario.run("burner")
        #expect(facts.firstSuspect == "andon-burner")
        #expect(facts.closed)
        #expect(facts.status == 0)
    }
}
