/// One search for the best point of a space: asks for points, is told what they are worth, and knows nothing else.
///
/// First the points that it starts with, then steps along one axis after the other around the best so far, which become
/// smaller whenever a whole round brought nothing. A point is better only if it is worth more: of equals the one asked
/// first stays, so the present policy yields only to a gain.
///
/// - Reference: Hooke and Jeeves (1961), "Direct search solution of numerical and statistical problems".
struct PolicySearch: Sendable {
    private let space: PolicySpace
    private let budget: Int
    private var start: ArraySlice<PolicyPoint>
    private var asked: Set<PolicyPoint> = []
    /// The best so far; `nil` before anything was told.
    private(set) var best: (point: PolicyPoint, merit: Merit)?

    private var axis = 0
    private var halvings = 0
    /// True where something better was found since the first axis had its turn.
    private var hasMoved = false

    /// So many points of the start are asked for at once: the later ones are held against a better one.
    private static let handful = 8

    /// - Parameter budget: how many points are asked for at most, half of them to start with.
    init(_ space: PolicySpace, budget: Int, seed: UInt64) {
        precondition(budget >= 1, "A search looks at the present policy at least.")
        self.space = space
        self.budget = budget
        start = space.start(count: (budget + 1) / 2, seed: seed)[...]
    }

    /// How many points were asked for.
    var askedCount: Int { asked.count }

    /// The points to try next, none of them asked for before; none at the end. The first time it is the present one
    /// alone.
    mutating func propose() -> [PolicyPoint] {
        let points: [PolicyPoint]
        if start.isEmpty {
            points = steps()
        } else {
            points = Array(start.prefix(asked.isEmpty ? 1 : Self.handful))
            start = start.dropFirst(points.count)
        }
        asked.formUnion(points)
        return points
    }

    /// Tells what a point is worth. One that is never told counts as worse than the best.
    mutating func learn(_ point: PolicyPoint, _ merit: Merit) {
        guard best.map({ $0.merit < merit }) ?? true else { return }
        best = (point, merit)
        hasMoved = true
    }

    /// Steps from the best point along the next axis that has any left to try.
    private mutating func steps() -> [PolicyPoint] {
        guard let best, asked.count < budget else { return [] }
        while true {
            if axis == space.axes.count {
                if !hasMoved {
                    guard space.axes.indices.contains(where: { step(along: $0) > 1 }) else { return [] }
                    halvings += 1
                }
                (axis, hasMoved) = (0, false)
            }
            let points = space.neighbours(of: best.point, axis: axis, step: step(along: axis))
                .filter { !asked.contains($0) }
            axis += 1
            if !points.isEmpty { return Array(points.prefix(budget - asked.count)) }
        }
    }

    /// A quarter of the axis at first.
    private func step(along axis: Int) -> Int { max(1, (space.axes[axis].count / 4) >> halvings) }
}
