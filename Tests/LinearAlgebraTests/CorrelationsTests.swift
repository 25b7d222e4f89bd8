import LinearAlgebra
import Testing

@Suite struct CorrelationsTests {
    @Test func agreesWithNumbersWorkedByHand() {
        // Means 2.5, 5, 3; sums of products 10, -10, 2 of lengths sqrt(5), sqrt(20), sqrt(20), sqrt(6).
        let windows = Matrix(rows: 3, columns: 4, elements: [2, 4, 6, 8, 8, 6, 4, 2, 2, 4, 2, 4])
        let found = correlations(of: [1, 2, 3, 4], with: windows)
        #expect(abs(found[0] - 1) < 1e-6)
        #expect(abs(found[1] + 1) < 1e-6)
        #expect(abs(found[2] - 0.447_213_6) < 1e-6)
    }

    @Test func unitsAndOffsetsDoNotMatter() {
        let windows = Matrix(rows: 2, columns: 4, elements: [1e6, 3e6, 2e6, 7e6, 1e-6, 3e-6, 2e-6, 7e-6])
        for value in correlations(of: [101, 103, 102, 107], with: windows) { #expect(abs(value - 1) < 1e-5) }
    }

    @Test(arguments: [0, 0.1, -1e30, Float.nan, .infinity])
    func whatDoesNotVaryCorrelatesWithNothing(_ value: Float) {
        let windows = Matrix(rows: 1, columns: 7, repeating: value)
        #expect(correlations(of: [1, 2, 3, 4, 5, 6, 7], with: windows) == [0])
        let varying = Matrix(rows: 1, columns: 7, elements: [1, 2, 3, 4, 5, 6, 7])
        #expect(correlations(of: [Float](repeating: value, count: 7), with: varying) == [0])
    }

    @Test func aMissingValueCountsAsTheMean() {
        let windows = Matrix(rows: 2, columns: 5, elements: [1, 2, .nan, 4, 5, 1, 2, 3, 4, 5])
        let found = correlations(of: [1, 2, 3, 4, 5], with: windows)
        #expect(abs(found[0] - found[1]) < 1e-6)
    }

    @Test func hugeValuesStayFinite() {
        let windows = Matrix(rows: 1, columns: 3, elements: [-3e38, 0, 3e38])
        #expect(abs(correlations(of: [1, 2, 3], with: windows)[0] - 1) < 1e-6)
    }

    @Test func noWindowsGiveNoCorrelations() {
        #expect(correlations(of: [1, 2], with: Matrix(rows: 0, columns: 2)).isEmpty)
        #expect(correlations(of: [], with: Matrix(rows: 2, columns: 0)) == [0, 0])
    }
}
