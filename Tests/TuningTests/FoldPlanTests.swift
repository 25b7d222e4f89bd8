import Testing

@testable import Tuning

@Suite struct FoldPlanTests {
    @Test(arguments: [3, 4, 5, 11, 31], [2, 5, 7])
    func everyMemberIsHeldBackOnceAndNeverSeenThen(_ files: Int, _ folds: Int) {
        let plan = FoldPlan(seriesCounts: [Int](repeating: 2, count: files), folds: folds, seed: 1)
        #expect(plan.kind == .file)
        #expect(plan.heldBack.flatMap { $0 }.sorted() == Array(0..<files))
        #expect(plan.heldBack.count == min(folds, files))
        for (hidden, seen) in zip(plan.heldBack, plan.seen) {
            #expect(Set(hidden).isDisjoint(with: seen))
            #expect((hidden + seen).sorted() == Array(0..<files))
            #expect(!seen.isEmpty)
        }
        #expect(plan.seen.last == Array(0..<files))
        #expect(plan.searchCount == plan.heldBack.count + 1)
        let sizes = plan.heldBack.map(\.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }

    @Test func whatMayBeSeveralFilesIsCalledSo() {
        #expect(FoldPlan(seriesCounts: [1, 1, 1], hasGroups: true, folds: 5, seed: 1).kind == .group)
        #expect(FoldPlan(seriesCounts: [3, 1], hasGroups: true, folds: 5, seed: 1).kind == .series)
    }

    @Test func fewFilesAreFoldedBySeries() {
        let plan = FoldPlan(seriesCounts: [2, 3], folds: 5, seed: 1)
        #expect(plan.kind == .series)
        #expect(plan.members == [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)].map { .init(unit: $0.0, series: $0.1) })
        #expect(plan.heldBack.count == 5)
    }

    @Test(arguments: [[1], [2], [1, 1]])
    func tooFewAreNotHeldBack(_ counts: [Int]) {
        let plan = FoldPlan(seriesCounts: counts, folds: 5, seed: 1)
        #expect(plan.heldBack.isEmpty)
        #expect(plan.seen == [Array(plan.members.indices)])
    }

    @Test func theSeedShuffles() {
        let counts = [Int](repeating: 1, count: 20)
        #expect(FoldPlan(seriesCounts: counts, folds: 5, seed: 1) == FoldPlan(seriesCounts: counts, folds: 5, seed: 1))
        #expect(FoldPlan(seriesCounts: counts, folds: 5, seed: 1) != FoldPlan(seriesCounts: counts, folds: 5, seed: 2))
    }
}
