internal import COpenBLAS

/// The calls of the system's BLAS that are used here, single precision, sizes checked.
///
/// A call costs 50-110 ns; it pays for matrices, while for element-wise recurrences the fused kernels are faster
/// (measured in Benchmarks). OpenBLAS runs on the caller's thread only.
///
/// - Reference: Lawson, Hanson, Kincaid, Krogh (1979), "Basic linear algebra subprograms for Fortran usage".
public enum BLAS {
    /// y += factor · x, element by element.
    public static func axpy(_ factor: Float, _ x: [Float], into y: inout [Float]) {
        precondition(x.count == y.count, "Vectors of one length.")
        cblas_saxpy(length(y.count), factor, x, 1, &y, 1)
    }

    /// x *= factor, element by element.
    public static func scale(_ x: inout [Float], by factor: Float) {
        cblas_sscal(length(x.count), factor, &x, 1)
    }

    /// y = x, into the memory that y already has.
    public static func copy(_ x: [Float], into y: inout [Float]) {
        precondition(x.count == y.count, "Vectors of one length.")
        cblas_scopy(length(y.count), x, 1, &y, 1)
    }

    /// The sum of the products of two vectors, element by element.
    public static func dot(_ x: [Float], _ y: [Float]) -> Float {
        precondition(x.count == y.count, "Vectors of one length.")
        return cblas_sdot(length(y.count), x, 1, y, 1)
    }

    /// y = factor · (a · x) + keep · y; x has a's columns, y has a's rows.
    public static func gemv(
        _ a: Matrix, _ x: [Float], factor: Float = 1, keep: Float = 0, into y: inout [Float]
    ) {
        precondition(x.count == a.columns && y.count == a.rows, "A vector for each side of the matrix.")
        guard a.rows > 0 else { return }
        // A matrix without columns is refused by the C interface, though the product is plain: zero.
        guard a.columns > 0 else { return scale(&y, by: keep) }
        // lda >= columns, row-major.
        cblas_sgemv(
            CblasRowMajor, CblasNoTrans, length(a.rows), length(a.columns), factor, a.elements, length(a.columns), x, 1,
            keep, &y, 1)
    }

    /// c = factor · (a · b) + keep · c; a is m × k, b is k × n, c is m × n.
    public static func gemm(
        _ a: Matrix, _ b: Matrix, factor: Float = 1, keep: Float = 0, into c: inout Matrix
    ) {
        precondition(a.columns == b.rows && c.rows == a.rows && c.columns == b.columns, "Matrices that fit.")
        guard c.rows > 0, c.columns > 0 else { return }
        guard a.columns > 0 else { return scale(&c.elements, by: keep) }
        // Each leading dimension is that matrix's columns, row-major.
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasNoTrans, length(c.rows), length(c.columns), length(a.columns), factor,
            a.elements, length(a.columns), b.elements, length(b.columns), keep, &c.elements, length(c.columns))
    }

    /// c = factor · (a · aᵀ) + keep · c in the upper triangle of c, which is square with a's rows; what lies below the
    /// diagonal stays as it is.
    public static func syrk(_ a: Matrix, factor: Float = 1, keep: Float = 0, into c: inout Matrix) {
        precondition(c.rows == a.rows && c.columns == a.rows, "A square of the matrix's rows.")
        guard a.rows > 0 else { return }
        cblas_ssyrk(
            CblasRowMajor, CblasUpper, CblasNoTrans, length(a.rows), length(a.columns), factor, a.elements,
            length(max(a.columns, 1)), keep, &c.elements, length(c.columns))
    }

    /// Two threads bring nothing at these shapes, and one gives the same bits every time.
    private static let oneThread: Void = openblas_set_num_threads(1)

    private static func length(_ count: Int) -> Int32 {
        oneThread
        guard let length = Int32(exactly: count) else {
            preconditionFailure("BLAS takes at most 2 147 483 647 elements a side.")
        }
        return length
    }
}
