import Testing

@testable import Settings

@Suite struct EditDistanceTests {
    @Test(arguments: [("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("pull", "pull", 0), ("poll", "pull", 1)])
    func countsSlips(a: String, b: String, slips: Int) {
        #expect(EditDistance.between(a, b) == slips)
        #expect(EditDistance.between(b, a) == slips)
    }
}
