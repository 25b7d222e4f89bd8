import Testing

@testable import Recordings

@Suite struct BadLineTests {
    @Test func readsLikeTheMessageOfACompiler() {
        let line = BadLine(file: "a.csv", line: 3, sentence: "\"x\" is no time.")
        #expect(line.description == "a.csv:3: \"x\" is no time.")
    }
}
