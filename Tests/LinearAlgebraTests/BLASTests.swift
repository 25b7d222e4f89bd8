import LinearAlgebra
import Testing

@Suite struct BLASTests {
    private let a = Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])

    @Test func vectorsGiveWhatTheirNamesSay() {
        var y: [Float] = [1, 1, 1]
        BLAS.axpy(2, [1, 2, 3], into: &y)
        #expect(y == [3, 5, 7])
        BLAS.scale(&y, by: 0.5)
        #expect(y == [1.5, 2.5, 3.5])
        #expect(BLAS.dot(y, [2, 2, 2]) == 15)
        BLAS.copy([7, 8, 9], into: &y)
        #expect(y == [7, 8, 9])
    }

    @Test func matrixTimesVectorIsRowMajor() {
        var y: [Float] = [100, 200]
        BLAS.gemv(a, [1, 0, -1], factor: 2, keep: 0.5, into: &y)
        #expect(y == [46, 96])
    }

    @Test func matrixTimesMatrixIsRowMajor() {
        let b = Matrix(rows: 3, columns: 2, elements: [1, 2, 3, 4, 5, 6])
        var c = Matrix(rows: 2, columns: 2)
        BLAS.gemm(a, b, into: &c)
        #expect(c.elements == [22, 28, 49, 64])
        BLAS.gemm(a, b, keep: 1, into: &c)
        #expect(c.elements == [44, 56, 98, 128])
    }

    @Test func matrixTimesItselfFillsTheUpperTriangle() {
        var c = Matrix(rows: 2, columns: 2, repeating: -1)
        BLAS.syrk(a, into: &c)
        #expect(c.elements == [14, 32, -1, 77])
    }

    @Test func emptyMatricesGiveZeros() {
        var y: [Float] = [5]
        BLAS.gemv(Matrix(rows: 1, columns: 0), [], into: &y)
        #expect(y == [0])
        var c = Matrix(rows: 1, columns: 1, repeating: 5)
        BLAS.gemm(Matrix(rows: 1, columns: 0), Matrix(rows: 0, columns: 1), into: &c)
        #expect(c.elements == [0])
        BLAS.syrk(Matrix(rows: 1, columns: 0), keep: 1, into: &c)
        #expect(c.elements == [0])
        var none: [Float] = []
        BLAS.gemv(Matrix(rows: 0, columns: 2), [1, 2], into: &none)
        #expect(none.isEmpty)
    }

    @Test func refusesSizesThatDoNotFit() async {
        await #expect(processExitsWith: .failure) {
            var y: [Float] = [1]
            BLAS.axpy(1, [1, 2], into: &y)
        }
        await #expect(processExitsWith: .failure) {
            var y: [Float] = [1]
            BLAS.gemv(Matrix(rows: 2, columns: 2), [1, 2], into: &y)
        }
    }
}
