import Testing

@testable import Tuning

@Suite struct FileGroupsTests {
    @Test func filesAreAloneAtFirst() {
        #expect(FileGroups(count: 3).members == [[0], [1], [2]])
        #expect(FileGroups(count: 0).members.isEmpty)
    }

    @Test func groupsJoinThroughOthers() {
        var groups = FileGroups(count: 6)
        groups.join(4, 5)
        groups.join(0, 2)
        groups.join(2, 5)
        groups.join(5, 0)
        #expect(groups.members == [[0, 2, 4, 5], [1], [3]])
    }
}
