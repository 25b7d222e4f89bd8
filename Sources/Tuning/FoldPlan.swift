import Samples

/// What is held back together, and which search sees what.
///
/// A search that holds members back never sees their samples nor their labels. Files that share series are one member, for
/// what is learned of a series on one day is known on the next. Where whole units are members nothing is shared between
/// what is seen and what is held back; series of one unit share its windows and its time, so what is measured on them is
/// a little too good.
struct FoldPlan: Equatable, Sendable {
    /// A unit, or one series of a unit.
    struct Member: Equatable, Sendable {
        /// The number of the unit.
        var unit: Int
        /// The number of the series in its unit; `nil` for all of them together.
        var series: Int?
    }

    /// What a member is.
    let kind: HeldBackEffect.Kind
    /// All of them, in the order of the history.
    let members: [Member]
    /// By fold: the numbers of the members it holds back, ascending; empty where there are too few.
    let heldBack: [[Int]]

    /// Fewer members than this cannot tell what holds beyond them.
    static let leastMembers = 3

    /// - Parameters:
    ///   - seriesCounts: by unit.
    ///   - hasGroups: a unit may be several files.
    ///   - folds: how many there are, where there are as many members.
    init(seriesCounts: [Int], hasGroups: Bool = false, folds: Int, seed: UInt64) {
        let hasUnits = seriesCounts.count >= Self.leastMembers
        kind = !hasUnits ? .series : hasGroups ? .group : .file
        members = seriesCounts.indices.flatMap { unit in
            hasUnits
                ? [Member(unit: unit)] : (0..<seriesCounts[unit]).map { Member(unit: unit, series: $0) }
        }
        guard members.count >= Self.leastMembers else {
            heldBack = []
            return
        }
        var generator = SeededGenerator(seed: seed)
        let order = generator.order(of: members.count)
        let count = min(folds, order.count)
        heldBack = (0..<count).map { fold in
            stride(from: fold, to: order.count, by: count).map { order[$0] }.sorted()
        }
    }

    /// One search for each fold, and at the end one that sees everything.
    var searchCount: Int { heldBack.count + 1 }

    /// By search: the numbers of the members it sees, ascending.
    var seen: [[Int]] {
        heldBack.map { hidden in
            let hidden = Set(hidden)
            return members.indices.filter { !hidden.contains($0) }
        } + [Array(members.indices)]
    }
}
