import LinearAlgebra

/// Nanoseconds of one call: the fastest of 50 runs of about two milliseconds, so that other programs on the machine
/// spoil some of them and not the result.
func nanoseconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    var calls = 1
    var fastest = clock.measure { body() }
    while fastest < .milliseconds(2) {
        calls *= 2
        fastest = clock.measure { for _ in 0..<calls { body() } }
    }
    for _ in 0..<50 { fastest = min(fastest, clock.measure { for _ in 0..<calls { body() } }) }
    return fastest / .nanoseconds(1) / Double(calls)
}

/// Bytes a second of y += a · x, the vectors together as large as given; read x and y, write y.
func memorySpeed(bytes: Int) -> Double {
    let count = bytes / 8
    let x = [Float](repeating: 1, count: count)
    var y = x
    return Double(12 * count) / nanoseconds { BLAS.axpy(1e-9, x, into: &y) } * 1e9
}
