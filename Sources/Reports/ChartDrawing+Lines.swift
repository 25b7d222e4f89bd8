extension ChartDrawing {
    /// Units of a line up and down: tenths of a pixel.
    static let units = 10 * plotHeight

    /// What was normal below, what was measured above it. A pixel of air above and below keeps lines at the edge whole.
    var lines: Markup {
        let value = path("value", line { $0.isFilled ? $0.mean : nil })
        let range =
            chart.buckets.contains { $0.high > $0.low } ? path("range", area { (low: $0.low, high: $0.high) }) : ""
        let expected = path("expected", line { $0.hasExpected ? $0.expected : nil })
        let band = path("band", area { $0.hasBand ? (low: $0.lower, high: $0.upper) : nil })
        return """
            <svg class="plot" y="\(Self.top - 1)" width="100%" height="\(Self.plotHeight + 2)" \
            viewBox="-.5 -10 \(chart.buckets.count) \(Self.units + 20)" preserveAspectRatio="none">\
            \(band)\(expected)\(range)\(value)\(path("alone", alone))</svg>
            """
    }

    private func path(_ name: String, _ path: PathText) -> Markup {
        path.text.isEmpty ? "" : "<path class=\"\(name)\" d=\"\(path)\"/>"
    }

    private func line(_ value: (ChartBucket) -> Double?) -> PathText {
        var path = PathText()
        for run in chart.runs(step: widestStep, where: { value($0) != nil }) {
            for (position, index) in run.enumerated() {
                let y = level(value(chart.buckets[index]) ?? 0)
                if position == 0 { path.move(toX: index, y: y) } else { path.line(toX: index, y: y) }
            }
        }
        return path
    }

    /// Values without a neighbour, once more: a line of no length is hard to see.
    private var alone: PathText {
        var path = PathText()
        for run in chart.runs(step: widestStep, where: \.isFilled) where run.count == 1 {
            path.move(toX: run[0], y: level(chart.buckets[run[0]].mean))
        }
        return path
    }

    /// There along the upper ends and back along the lower ones.
    private func area(_ ends: (ChartBucket) -> (low: Double, high: Double)?) -> PathText {
        var path = PathText()
        for run in chart.runs(step: widestStep, where: { $0.isFilled && ends($0) != nil }) {
            for (position, index) in run.enumerated() {
                let y = level(ends(chart.buckets[index])?.high ?? 0)
                if position == 0 { path.move(toX: index, y: y) } else { path.line(toX: index, y: y) }
            }
            for index in run.reversed() {
                path.line(toX: index, y: level(ends(chart.buckets[index])?.low ?? 0))
            }
            path.close()
        }
        return path
    }

    /// Downwards from the top; what lies far outside is held one height away, where nobody sees it.
    private func level(_ value: Double) -> Int {
        let down = (1 - values.share(of: value)) * Double(Self.units)
        return Int(min(max(down, Double(-Self.units)), Double(2 * Self.units)).rounded())
    }
}
