import Samples

extension FeedbackRule {
    /// What it keeps quiet of a series, for people.
    var deviations: String {
        guard kind != .silence else { return "silence" }
        guard covered != .any else { return "any deviation" }
        let sizes = [("above", covered.above), ("below", covered.below)].filter { $0.1 > 0 }
        let words = sizes.map { word, size in
            size.isInfinite ? "any deviation \(word)" : "up to \(AnomalyPrinter.number(size)) \(word)"
        }
        return words.isEmpty ? "no deviation" : words.joined(separator: ", ")
    }

    /// What it keeps quiet, for people.
    var inWords: String { "\(scope): \(deviations)\(hours.map { ", \($0)" } ?? "")" }
}
