import Samples

/// The policies that a search may choose from: a lattice around the present one.
///
/// What is not searched stays as it is: `enabled`, `minimum_deviation`, which has the unit of a series, and the
/// scores of severities.
struct PolicySpace: Sendable {
    /// The one that matters most first.
    let axes: [PolicyAxis]
    private let base: Policy

    init(around policy: Policy, includesDirection: Bool = false) {
        base = policy
        axes = PolicyAxis.all(around: policy, includesDirection: includesDirection)
    }

    /// Where the present policy lies.
    var present: PolicyPoint { PolicyPoint(levels: axes.map(\.present)) }

    /// The policy at a point.
    func policy(at point: PolicyPoint) -> Policy {
        var policy = base
        for (axis, level) in zip(axes, point.levels) { axis.apply(level, to: &policy) }
        return policy
    }

    /// The policy that raises whatever any other one may raise.
    var mostSensitive: Policy {
        var policy = base
        policy.openAt = base.openAt.map { min(3, $0) }
        policy.falseAlarmEvery = min(.seconds(3600), base.falseAlarmEvery)
        policy.openAfter = 1
        policy.minimumRelativeDeviation = 0
        if axes.contains(where: { $0.key == "direction" }) { policy.direction = .both }
        return policy
    }

    /// How little the policy at a point asks for before it raises something, in -1 ... 0, as its place on the axes tells.
    func sensitivity(of point: PolicyPoint) -> Double {
        let demanding = ["false_alarm_every", "open_at", "open_after", "minimum_relative_deviation"]
        let shares = axes.indices.filter { demanding.contains(axes[$0].key) }
            .map { Double(point.levels[$0]) / Double(max(1, axes[$0].count - 1)) }
        return 0 - shares.reduce(0, +) / Double(shares.count)
    }

    /// Points to begin with: the present one, some that differ from it in the first axis alone, since a policy that
    /// differs in one thing only is the easiest to trust, and then points that fill the space evenly.
    ///
    /// - Reference: Halton (1960), "On the efficiency of certain quasi-random sequences of points"; shifted at random
    ///   as by Cranley and Patterson (1976).
    func start(count: Int, seed: UInt64) -> [PolicyPoint] {
        var points = [present]
        var known = Set(points)
        let sweep = min(7, count / 3)
        for step in 0..<sweep {
            var point = present
            point.levels[0] = sweep == 1 ? 0 : step * (axes[0].count - 1) / (sweep - 1)
            if known.insert(point).inserted { points.append(point) }
        }
        var generator = SeededGenerator(seed: seed)
        let shifts = axes.map { _ in generator.share() }
        // Far more indices than points: where nearly every point is known, the rest is not worth a longer search.
        for index in 1...(20 * count + 20) where points.count < count {
            let point = PolicyPoint(
                levels: axes.indices.map { axis in
                    let shifted = Self.radicalInverse(index, base: Self.primes[axis]) + shifts[axis]
                    let share = shifted - shifted.rounded(.down)
                    return min(Int(share * Double(axes[axis].count)), axes[axis].count - 1)
                })
            if known.insert(point).inserted { points.append(point) }
        }
        return Array(points.prefix(count))
    }

    /// The points so many levels below and above another one on one axis, as far as there are such.
    func neighbours(of point: PolicyPoint, axis: Int, step: Int) -> [PolicyPoint] {
        [point.levels[axis] - step, point.levels[axis] + step].compactMap { level in
            guard axes[axis].count > level, level >= 0 else { return nil }
            var neighbour = point
            neighbour.levels[axis] = level
            return neighbour
        }
    }

    private static let primes = [2, 3, 5, 7, 11, 13]

    /// The digits of a number, mirrored at the point.
    private static func radicalInverse(_ index: Int, base: Int) -> Double {
        var (rest, weight, sum) = (index, 1 / Double(base), 0.0)
        while rest > 0 {
            sum += Double(rest % base) * weight
            rest /= base
            weight /= Double(base)
        }
        return sum
    }
}
