/// The standard library may change how it draws; what a seed decides here shall stay decided.
extension SeededGenerator {
    /// A number in `0 ..< bound`, all of them equally likely but for one in 2^64.
    package mutating func index(below bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// In the half-open interval [0, 1).
    package mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// The numbers in `0 ..< count` in random order.
    ///
    /// - Reference: Durstenfeld (1964), "Algorithm 235: Random permutation".
    package mutating func order(of count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, index(below: last + 1)) }
        return order
    }
}
