import LinearAlgebra
import Testing

@Suite struct StandardisedWindowsTests {
    private static let windows = Matrix(
        rows: 4, columns: 4, elements: [1, 2, 3, 4, 8, 6, 4, 2, 2, 4, 2, 4, 7, 7, 7, 7])

    @Test func aRowCorrelatesAsTheSameWindowDoes() {
        let standardised = StandardisedWindows(Self.windows)
        for row in 0..<Self.windows.rows {
            let expected = correlations(of: Array(Self.windows.row(row)), with: Self.windows)
            for (a, b) in zip(standardised.correlations(ofRow: row), expected) { #expect(abs(a - b) < 1e-6) }
        }
    }

    @Test func aRowCorrelatesFullyWithItselfAndAConstantOneWithNothing() {
        let standardised = StandardisedWindows(Self.windows)
        #expect(abs(standardised.correlations(ofRow: 0)[0] - 1) < 1e-6)
        #expect(abs(standardised.correlations(ofRow: 0)[1] + 1) < 1e-6)
        #expect(standardised.correlations(ofRow: 3) == [0, 0, 0, 0])
    }

    @Test func whatIsNotFiniteSpeaksNeitherForNorAgainst() {
        let standardised = StandardisedWindows(
            Matrix(rows: 3, columns: 3, elements: [1, .nan, 3, .infinity, .nan, 2, 1, 2, 3]))
        let found = standardised.correlations(ofRow: 0)
        #expect(abs(found[2] - 1) < 1e-6)
        #expect(found[1] == 0)
        #expect(standardised.correlations(of: [.nan, .nan, .nan]) == [0, 0, 0])
    }

    @Test func noWindowsGiveNoCorrelations() {
        #expect(StandardisedWindows(Matrix(rows: 0, columns: 2)).correlations(of: [1, 2]).isEmpty)
        #expect(StandardisedWindows(Matrix(rows: 2, columns: 0)).correlations(ofRow: 1) == [0, 0])
    }
}
