import Testing

@testable import Reports

@Suite struct RedrawRuleTests {
    @Test(arguments: [(true, UInt64(100_000_000)), (false, 5_000_000_000)])
    func waitsItsTime(isTerminal: Bool, interval: UInt64) {
        var rule = RedrawRule(isTerminal: isTerminal, now: 7)
        let moments: [UInt64] = [7, 6 + interval, 7 + interval, 8 + interval, 6 + 2 * interval, 9 + 2 * interval]
        #expect(moments.map { rule.isDue(now: $0) } == [false, false, true, false, false, true])
    }

    @Test func takesAClockThatGoesBackAsTooEarly() {
        var rule = RedrawRule(isTerminal: true, now: 1_000_000_000)
        #expect([0, UInt64.max, .max].map { rule.isDue(now: $0) } == [false, true, false])
    }
}
