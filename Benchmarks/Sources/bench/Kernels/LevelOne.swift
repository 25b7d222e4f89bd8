import Baselines
import LinearAlgebra

/// The linear part of an update as a sequence of BLAS level-1 calls over blocks: no score, no missing samples, no
/// weights, no clipping, no warm-up, squares in a loop. It flatters BLAS: the fused kernel does all of that in its time.
struct LevelOne {
    /// The state of one block and room for what lies between two calls.
    private struct Block {
        var values = [Float](repeating: 100, count: Workload.blockSize)
        var level = [Float](repeating: 100, count: Workload.blockSize)
        var trend = [Float](repeating: 0, count: Workload.blockSize)
        var season = [Float](repeating: 0, count: Workload.blockSize)
        var variance = [Float](repeating: 1, count: Workload.blockSize)
        var base = [Float](repeating: 0, count: Workload.blockSize)
        var error = [Float](repeating: 0, count: Workload.blockSize)
        var squares = [Float](repeating: 0, count: Workload.blockSize)

        mutating func square() {
            for index in error.indices { squares[index] = error[index] * error[index] }
        }

        mutating func learnEWMA() {
            BLAS.copy(values, into: &error)
            BLAS.axpy(-1, level, into: &error)
            BLAS.axpy(0.05, error, into: &level)
            square()
            BLAS.axpy(0.05, squares, into: &variance)
            BLAS.scale(&variance, by: 0.95)
        }

        mutating func learnHoltWinters() {
            BLAS.copy(level, into: &base)
            BLAS.axpy(0.9, trend, into: &base)
            BLAS.copy(values, into: &error)
            BLAS.axpy(-1, base, into: &error)
            BLAS.axpy(-1, season, into: &error)
            BLAS.copy(base, into: &level)
            BLAS.axpy(0.05, error, into: &level)
            BLAS.scale(&trend, by: 0.9)
            BLAS.axpy(0.0005, error, into: &trend)
            BLAS.axpy(0.095, error, into: &season)
            square()
            BLAS.scale(&variance, by: 0.99)
            BLAS.axpy(0.01, squares, into: &variance)
        }
    }

    private var blocks: [Block]
    private let seasonal: Bool

    /// `nil` for a baseline that compares: BLAS knows no comparison.
    init?(_ name: String, series: Int) {
        guard name == EWMA.name || name == HoltWinters.name else { return nil }
        seasonal = name == HoltWinters.name
        blocks = (0..<series / Workload.blockSize).map { _ in Block() }
    }

    /// One sample of every series.
    mutating func pass() {
        for index in blocks.indices {
            if seasonal { blocks[index].learnHoltWinters() } else { blocks[index].learnEWMA() }
        }
    }

    /// Value and state, read and written once, as if the calls between found all else in the first cache.
    var bytesPerPoint: Int { seasonal ? 4 * (1 + 4 + 4) : 4 * (1 + 2 + 2) }
}
