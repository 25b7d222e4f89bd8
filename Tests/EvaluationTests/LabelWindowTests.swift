import Evaluation
import Samples
import Testing

@Suite struct LabelWindowTests {
    @Test func bothEndsBelongToIt() {
        let window = Fixture.window(100, 200)
        #expect(window.contains(Fixture.time(100)))
        #expect(window.contains(Fixture.time(200)))
        #expect(!window.contains(EventTime(milliseconds: 99_999)))
        #expect(!window.contains(EventTime(milliseconds: 200_001)))
    }

    @Test func mayBeASingleInstant() {
        #expect(Fixture.window(100, 100).contains(Fixture.time(100)))
    }

    @Test func doesNotEndBeforeItStarts() async {
        await #expect(processExitsWith: .failure) { _ = Fixture.window(2, 1) }
    }
}
