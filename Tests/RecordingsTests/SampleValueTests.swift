import Testing

@testable import Recordings

@Suite struct SampleValueTests {
    @Test(arguments: ["NaN", "nan", "NAN", "Inf", "+Inf", "-inf", "Infinity", "-Infinity", "null", "NULL"])
    func wordsThatMeanNoNumberAreGaps(_ text: String) {
        #expect(text.lending { SampleValue.parse($0) }?.isNaN == true)
    }

    @Test(arguments: ["", "na", "nano", "infinit", "+", "-", "N/A", "none", "1e999", "true", "n\u{01}n"])
    func otherWordsAreBad(_ text: String) {
        #expect(text.lending { SampleValue.parse($0) } == nil)
    }

    @Test func numbersAreNumbers() {
        #expect("-1.5e3".lending { SampleValue.parse($0) } == -1500)
        #expect("x".lending { SampleValue.fault($0) } == "\"x\" is not a finite number.")
    }
}
