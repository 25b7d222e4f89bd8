import Foundation
import Samples

/// Made histories.
enum History {
    static let start: Int64 = 1_767_225_600

    /// Noise around 100 of so many minutes, and 200 in those given.
    static func values(_ count: Int, seed: UInt64 = 1, strange: Range<Int>? = nil) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { row in
            let noise = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
            let value = strange?.contains(row) ?? false ? 200 + noise : 100 + noise
            return (value * 1000).rounded() / 1000
        }
    }

    /// One series, a sample a minute.
    static func csv(_ values: [Double], from first: Int = 0) -> String {
        values.enumerated().reduce("timestamp,value\n") { text, row in
            text + "\(time(first + row.offset)),\(row.element)\n"
        }
    }

    static func time(_ minute: Int) -> String {
        let text = EventTime(seconds: start + Int64(minute) * 60).description
        return text.replacing("T", with: " ").replacing("Z", with: "")
    }
}
