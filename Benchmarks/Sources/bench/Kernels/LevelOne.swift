import Baselines
import LinearAlgebra

/// The same as the fused kernel as a sequence of BLAS level-1 calls over blocks, with one loop between them for what BLAS
/// has not: squares, roots, quotients, missing samples, weights, clipping, drawing a season from slot to slot. Warm-up and
/// first visits are left out.
struct LevelOne {
    /// The state of one block and room for what lies between two calls.
    private struct Block {
        var values = [Float](repeating: 100, count: Workload.blockSize)
        var level = [Float](repeating: 100, count: Workload.blockSize)
        var trend = [Float](repeating: 0, count: Workload.blockSize)
        var season = [Float](repeating: 0, count: Workload.blockSize)
        var neighbour = [Float](repeating: 0, count: Workload.blockSize)
        var shares = [Float](repeating: 0.25, count: Workload.blockSize)
        var variance = [Float](repeating: 1, count: Workload.blockSize)
        var base = [Float](repeating: 0, count: Workload.blockSize)
        var error = [Float](repeating: 0, count: Workload.blockSize)
        var own = [Float](repeating: 0, count: Workload.blockSize)
        var squares = [Float](repeating: 0, count: Workload.blockSize)
        var weights = [Float](repeating: 1, count: Workload.blockSize)
        var expected = [Float](repeating: 0, count: Workload.blockSize)
        var scale = [Float](repeating: 0, count: Workload.blockSize)
        var residual = [Float](repeating: 0, count: Workload.blockSize)

        /// Scores what is expected, and makes of the errors what may be learned of them.
        mutating func judge() {
            for index in error.indices {
                let least = max(variance[index].squareRoot(), max(1e-6, 0.001 * abs(expected[index])))
                scale[index] = least
                residual[index] = min(max(error[index] / least, -1e4), 1e4)
                let clipped = min(max(error[index], -4 * least), 4 * least) * weights[index]
                error[index] = values[index].isNaN ? 0 : clipped
                squares[index] = error[index] * error[index]
            }
        }

        /// Makes of the season of this slot that between its middle and its neighbour's.
        mutating func draw() {
            for index in error.indices {
                let way = shares[index] * (neighbour[index] - season[index])
                expected[index] += way
                error[index] = own[index] - way
            }
        }

        /// Clips what the season may learn as ``judge()`` does the errors.
        mutating func clipOwn() {
            for index in own.indices {
                let clipped = min(max(own[index], -4 * scale[index]), 4 * scale[index]) * weights[index]
                own[index] = values[index].isNaN ? 0 : clipped
            }
        }

        mutating func learnEWMA() {
            BLAS.copy(level, into: &expected)
            BLAS.copy(values, into: &error)
            BLAS.axpy(-1, level, into: &error)
            judge()
            BLAS.axpy(0.05, error, into: &level)
            BLAS.axpy(0.05, squares, into: &variance)
            BLAS.scale(&variance, by: 0.95)
        }

        mutating func learnHoltWinters() {
            BLAS.copy(level, into: &base)
            BLAS.axpy(0.9, trend, into: &base)
            BLAS.copy(values, into: &own)
            BLAS.axpy(-1, base, into: &own)
            BLAS.axpy(-1, season, into: &own)
            BLAS.copy(base, into: &expected)
            BLAS.axpy(1, season, into: &expected)
            draw()
            judge()
            clipOwn()
            BLAS.copy(base, into: &level)
            BLAS.axpy(0.2, error, into: &level)
            BLAS.scale(&trend, by: 0.9)
            BLAS.axpy(0.002, error, into: &trend)
            BLAS.axpy(0.08, own, into: &season)
            BLAS.scale(&variance, by: 0.99)
            BLAS.axpy(0.01, squares, into: &variance)
        }
    }

    private var blocks: [Block]
    private let seasonal: Bool

    /// `nil` for a baseline that compares, BLAS knows no comparison, and for a season without a level, which is the kernel of
    /// Holt-Winters.
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

    /// Value, weight, state and three outputs, of a season also a neighbour and its share; read and written once, as if the
    /// calls between found all else in the cache.
    var bytesPerPoint: Int { seasonal ? 4 * (4 + 4 + 4 + 3) : 4 * (2 + 2 + 2 + 3) }
}
