/// The policy of every series: rules in order, later ones refine earlier ones.
public struct PolicyBook: Equatable, Sendable {
    /// What a rule says; parts that are `nil` leave what earlier rules said.
    public struct Rule: Equatable, Sendable {
        /// For people and reports.
        public var name: String
        /// The series it holds for.
        public var match: SeriesSelector
        /// See ``Policy/enabled``.
        public var enabled: Bool?
        /// See ``Policy/direction``.
        public var direction: Direction?
        /// See ``Policy/minimumDeviation``.
        public var minimumDeviation: Double?
        /// See ``Policy/minimumRelativeDeviation``.
        public var minimumRelativeDeviation: Double?
        /// See ``Policy/falseAlarmEvery``.
        public var falseAlarmEvery: Duration?
        /// See ``Policy/openAt``; `.some(nil)` goes back to the budget.
        public var openAt: Double??
        /// See ``Policy/openAfter``.
        public var openAfter: Int?
        /// See ``Policy/closeAfter``.
        public var closeAfter: Int?
        /// See ``Policy/acceptAfter``.
        public var acceptAfter: Duration?
        /// See ``Policy/flapAfter``.
        public var flapAfter: Int?
        /// See ``Policy/flapWithin``.
        public var flapWithin: Duration?
        /// See ``Policy/silence-swift.property``.
        public var silence: Policy.Silence?
        /// See ``Policy/goneAfter``.
        public var goneAfter: Duration?
        /// See ``Policy/warningAt``.
        public var warningAt: Double?
        /// See ``Policy/criticalAt``.
        public var criticalAt: Double?

        /// A rule that says nothing yet.
        public init(name: String, match: SeriesSelector) {
            self.name = name
            self.match = match
        }
    }

    /// What holds before any rule.
    public var standard: Policy
    /// In the order in which they are applied.
    public var rules: [Rule]

    /// What metrics are about and measured in, for the rules that ask.
    public var metrics: MetricBook
    /// How many alarms people are willing to have of some series together; a series belongs to the last that takes it, and without
    /// one all its anomalies are told.
    public var budgets: [AlarmBudget]

    /// A book without rules unless given.
    public init(
        standard: Policy = .standard, rules: [Rule] = [], metrics: MetricBook = MetricBook(),
        budgets: [AlarmBudget] = []
    ) {
        self.standard = standard
        self.rules = rules
        self.metrics = metrics
        self.budgets = budgets
    }

    /// The rules that hold for one series, in order.
    ///
    /// - Parameter judged: what the series is judged as; left out, as its name or the book of metrics says.
    public func rules(for key: SeriesKey, as judged: MetricType? = nil) -> [Rule] {
        let (kind, unit) = (metrics.kind(of: key, as: judged), metrics.unit(of: key, as: judged))
        return rules.filter { $0.match.matches(key, kind: kind, unit: unit) }
    }

    /// The policy of one series. Linear in the number of rules: look it up once a series, not once a sample.
    ///
    /// - Parameter judged: as of ``rules(for:as:)``.
    public func policy(for key: SeriesKey, as judged: MetricType? = nil) -> Policy {
        var policy = standard
        for rule in rules(for: key, as: judged) { rule.apply(to: &policy) }
        return policy
    }
}

extension PolicyBook.Rule {
    /// Replaces the parts that this rule speaks of.
    func apply(to policy: inout Policy) {
        policy.enabled = enabled ?? policy.enabled
        policy.direction = direction ?? policy.direction
        policy.minimumDeviation = minimumDeviation ?? policy.minimumDeviation
        policy.minimumRelativeDeviation = minimumRelativeDeviation ?? policy.minimumRelativeDeviation
        policy.falseAlarmEvery = falseAlarmEvery ?? policy.falseAlarmEvery
        policy.openAt = openAt ?? policy.openAt
        policy.openAfter = openAfter ?? policy.openAfter
        policy.closeAfter = closeAfter ?? policy.closeAfter
        policy.acceptAfter = acceptAfter ?? policy.acceptAfter
        policy.flapAfter = flapAfter ?? policy.flapAfter
        policy.flapWithin = flapWithin ?? policy.flapWithin
        policy.silence = silence ?? policy.silence
        policy.goneAfter = goneAfter ?? policy.goneAfter
        policy.warningAt = warningAt ?? policy.warningAt
        policy.criticalAt = criticalAt ?? policy.criticalAt
    }
}
