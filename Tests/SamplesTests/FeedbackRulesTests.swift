import Samples
import Testing

@Suite struct FeedbackRulesTests {
    private static let key = SeriesKey("cpu", ["host": "a"])
    private static let created = EventTime(seconds: 1_767_225_600)

    private static func rule(
        _ id: String = "r", _ scope: SeriesScope = .series(key), covered: Departure = Departure(above: 12.5),
        hours: CivilHours? = nil
    ) -> FeedbackRule {
        FeedbackRule(
            id: id, verdict: .falseAlarm, scope: scope, covered: covered, hours: hours, author: "me", created: created,
            expiry: created + .seconds(86_400))
    }

    private static func rules(_ all: FeedbackRule...) -> FeedbackRules {
        var rules = FeedbackRules()
        for rule in all { rules.add(rule) }
        return rules
    }

    @Test(arguments: [
        (Departure(above: 12.5), true), (Departure(above: 12.6), false), (Departure(below: 1), false),
        (Departure(above: 10, below: 0.1), false),
    ])
    func coverTheSizeAndTheDirection(departure: Departure, isCovered: Bool) {
        #expect(Self.rule().covers(Self.key, departure, at: Self.created, by: .utc) == isCovered)
        #expect(Self.rule(covered: .any).covers(Self.key, departure, at: Self.created, by: .utc))
    }

    @Test func holdUntilTheyExpireAndOnlyInTheirHours() {
        let rule = Self.rule(hours: CivilHours(hours: "00:00-01:00"))
        let covers = { rule.covers(Self.key, Departure(above: 1), at: Self.created + .seconds($0), by: .utc) }
        #expect(covers(0) && covers(3599) && !covers(3600) && covers(-86_400))
        #expect(!covers(86_400), "that is when it expires")
        var rules = Self.rules(rule)
        rules.removeExpired(at: Self.created + .seconds(86_399))
        #expect(!rules.isEmpty)
        rules.removeExpired(at: Self.created + .seconds(86_400))
        #expect(rules.isEmpty)
    }

    @Test func aRuleOfTheSameIdTakesThePlaceOfTheFirst() {
        var rules = Self.rules(Self.rule("a"), Self.rule("b"))
        let isAdded = rules.add(Self.rule("a", covered: .any))
        #expect(isAdded)
        #expect(rules.all.map(\.id) == ["a", "b"] && rules["a"]?.covered == .any)
    }

    @Test func areBounded() {
        var rules = FeedbackRules()
        for number in 0..<FeedbackRules.limit { rules.add(Self.rule("\(number)")) }
        let isAdded = rules.add(Self.rule("one more"))
        let isReplaced = rules.add(Self.rule("7"))
        #expect(rules.all.count == FeedbackRules.limit && !isAdded && isReplaced)
    }

    @Test func withdrawnFromASeriesAPatternSpeaksOfTheOthersStill() {
        var rules = Self.rules(Self.rule("one"), Self.rule("many", .matching(SeriesSelector(name: "c*"))))
        var record = FeedbackRecord(Feedback(.judge(.confirmed, .anomaly("x")), by: "me", at: Self.created))
        record.series = Self.key
        record.withdrawn = ["one", "many"]
        rules.follow(record)
        #expect(rules.all.map(\.id) == ["many"])
        #expect(rules.covering(Self.key, Departure(above: 1), at: Self.created, by: .utc) == nil)
        #expect(rules.covering(SeriesKey("cpu"), Departure(above: 1), at: Self.created, by: .utc)?.id == "many")
        record.series = nil
        rules.follow(record)
        #expect(rules.isEmpty, "withdrawn by its id it is gone")
    }

    @Test func whatWasRefusedChangesNothing() {
        var rules = Self.rules(Self.rule())
        var record = FeedbackRecord(Feedback(.revoke(rule: "r"), by: "me", at: Self.created))
        record.withdrawn = ["r"]
        record.refusal = .unknownRule
        rules.follow(record)
        #expect(rules.all.count == 1)
    }

    @Test func anIdIsThatOfTheContent() {
        let make = { (author: String, anomaly: String) in
            Feedback(.judge(.falseAlarm, .anomaly(anomaly)), by: author, at: Self.created).id
        }
        #expect(make("a", "x") == make("a", "x") && make("a", "x").count == 16)
        #expect(Set([make("a", "x"), make("b", "x"), make("a", "y")]).count == 3)
    }

    @Test func ofWhatShardsFoundAnythingPrecedesARefusal() {
        let feedback = Feedback(.judge(.newNormal, .series(.matching(.all))), by: "me", at: Self.created)
        var records = (0..<4).map { _ in FeedbackRecord(feedback) }
        (records[0].accepted, records[1].accepted) = (["b"], ["a"])
        (records[2].refusal, records[3].refusal) = (.unknownAnomaly, .nothingOpen)
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            var merged = records[order[0]]
            for place in order.dropFirst() { merged.merge(records[place]) }
            #expect(merged.accepted == ["a", "b"] && merged.refusal == nil)
        }
        for order in [[2, 3], [3, 2]] {
            var merged = records[order[0]]
            merged.merge(records[order[1]])
            #expect(merged.refusal == .nothingOpen)
        }
    }
}
