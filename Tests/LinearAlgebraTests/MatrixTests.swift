import LinearAlgebra
import Testing

@Suite struct MatrixTests {
    @Test func keepsItsElementsRowByRow() {
        var matrix = Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
        #expect(matrix[1, 0] == 4)
        #expect(Array(matrix.row(1)) == [4, 5, 6])
        matrix[0, 2] = 9
        matrix.fill(column: 0, with: 7)
        #expect(matrix.elements == [7, 2, 9, 7, 5, 6])
    }

    @Test func mayBeEmpty() {
        #expect(Matrix(rows: 0, columns: 3).elements.isEmpty)
        #expect(Array(Matrix(rows: 1, columns: 0).row(0)) == [])
    }

    @Test func refusesAnElementOutside() async {
        await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 3)[0, 3] }
        await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 3, elements: [1]) }
    }
}
