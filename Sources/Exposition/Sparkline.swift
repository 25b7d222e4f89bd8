/// A row of values as a small line.
struct Sparkline {
    private static let width = 240.0
    private static let height = 44.0

    /// The oldest first.
    let values: [Double]

    /// An SVG that takes the colour of the text around it; nothing below two values.
    var drawing: HTML {
        let finite = values.map { $0.isFinite ? max($0, 0) : 0 }
        guard finite.count > 1, let top = finite.max() else { return "" }
        // A line of zeros lies on the ground; 5 % of air keeps the highest point inside.
        let scale = top > 0 ? Self.height / (top * 1.05) : 0
        let step = Self.width / Double(finite.count - 1)
        let points = finite.enumerated().map { index, value in
            "\(Self.tenths(Double(index) * step)),\(Self.tenths(Self.height - value * scale))"
        }
        let line = points.joined(separator: " ")
        let area = "0,\(Self.tenths(Self.height)) \(line) \(Self.tenths(Self.width)),\(Self.tenths(Self.height))"
        return """
            <svg class="spark" viewBox="0 0 240 44" preserveAspectRatio="none" role="img" aria-label="Samples a second">\
            <polygon points="\(area)"/><polyline points="\(line)"/></svg>
            """
    }

    private static func tenths(_ value: Double) -> String {
        ((value * 10).rounded() / 10).description
    }
}
