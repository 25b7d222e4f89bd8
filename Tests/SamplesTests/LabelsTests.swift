import Samples
import Testing

@Suite struct LabelsTests {
    @Test func sortsByName() {
        let labels: Labels = ["b": "2", "a": "1", "B": "3"]
        #expect(labels.pairs.map(\.name) == ["B", "a", "b"])
        #expect(labels.dictionary == ["a": "1", "b": "2", "B": "3"])
    }

    @Test func ofANameThatOccursTwiceTheLastCounts() {
        let labels = Labels([(name: "a", value: "1"), (name: "a", value: "2")])
        #expect(labels == ["a": "2"])
        #expect(labels["a"] == "2")
        #expect(labels["b"] == nil)
    }

    @Test func orderOfGivingDoesNotMatter() {
        #expect(Labels(["a": "1", "b": "2"]) == Labels([(name: "b", value: "2"), (name: "a", value: "1")]))
        #expect(Labels.none.isEmpty)
    }
}
