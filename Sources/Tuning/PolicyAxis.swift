import Samples

/// One part of a policy that is searched, as a list of levels in ascending order.
///
/// The present value is always one of them, so that every search can leave a part as it is; all others are round
/// numbers, so that what is printed looks like something a person would have written.
struct PolicyAxis: Sendable {
    /// Its key under `policies.standard`.
    let key: String
    /// How many levels there are.
    let count: Int
    /// The level of the present policy.
    let present: Int
    private let set: @Sendable (inout Policy, Int) -> Void
    private let tell: @Sendable (Policy) -> String

    /// A part whose levels are in order as they stand.
    private init<Value: Equatable & Sendable>(
        _ key: String, _ path: any WritableKeyPath<Policy, Value> & Sendable, ordered levels: [Value],
        around policy: Policy, _ text: @escaping @Sendable (Value) -> String
    ) {
        guard let present = levels.firstIndex(of: policy[keyPath: path]) else {
            preconditionFailure("The present value is a level of its own axis.")
        }
        self.key = key
        self.present = present
        count = levels.count
        set = { $0[keyPath: path] = levels[$1] }
        tell = { text($0[keyPath: path]) }
    }

    private init<Value: Comparable & Hashable & Sendable>(
        _ key: String, _ path: any WritableKeyPath<Policy, Value> & Sendable, _ levels: [Value],
        around policy: Policy, _ text: @escaping @Sendable (Value) -> String
    ) {
        self.init(
            key, path, ordered: Set(levels + [policy[keyPath: path]]).sorted(), around: policy, text)
    }

    /// Changes a policy to a level.
    func apply(_ level: Int, to policy: inout Policy) { set(&policy, level) }

    /// What a policy says, as settings write it.
    func text(of policy: Policy) -> String { tell(policy) }

    /// How rare a sample must be: by the alarm budget, or by an explicit threshold where the policy has one.
    private static func demand(around policy: Policy) -> PolicyAxis {
        guard let present = policy.openAt else {
            return PolicyAxis(
                "false_alarm_every", \.falseAlarmEvery,
                [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 1_000_000].map { .seconds($0 * 3600) },
                around: policy, NumberText.duration)
        }
        let levels = [3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 22, 25, 28, 32, 36]
        return PolicyAxis(
            "open_at", \.openAt, ordered: Set(levels + [present]).sorted(), around: policy
        ) { $0.map(NumberText.short) ?? "" }
    }

    /// The parts that a search looks at, the one that matters most first.
    static func all(around policy: Policy, includesDirection: Bool) -> [PolicyAxis] {
        let axes = [
            demand(around: policy),
            PolicyAxis("open_after", \.openAfter, [1, 2, 3, 4, 5], around: policy) { "\($0)" },
            PolicyAxis(
                "minimum_relative_deviation", \.minimumRelativeDeviation,
                [0, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5], around: policy,
                NumberText.short),
            PolicyAxis("close_after", \.closeAfter, [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30], around: policy) {
                "\($0)"
            },
            PolicyAxis(
                "accept_after", \.acceptAfter,
                [.seconds(1800), .seconds(3600), .seconds(7200), .seconds(21_600), .seconds(86_400)],
                around: policy,
                NumberText.duration),
        ]
        guard includesDirection else { return axes }
        return axes + [
            PolicyAxis("direction", \.direction, ordered: [.below, .both, .above], around: policy) { $0.rawValue }
        ]
    }
}
