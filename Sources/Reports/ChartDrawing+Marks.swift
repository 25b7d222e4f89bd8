extension ChartDrawing {
    /// Lines across with their values to the left.
    var valueMarks: Markup {
        let marks = values.ticks.map { tick -> Markup in
            let y = Double(Self.top) + (1 - values.share(of: tick.value)) * Double(Self.plotHeight)
            let line = Wording.fixed(y, decimals: 1)
            return """
                <line class="grid" x2="100%" y1="\(line)" y2="\(line)"/>\
                <text class="of-value" x="-8" y="\(Wording.fixed(y + 4, decimals: 1))">\(tick.label)</text>
                """
        }
        return "\(marks)"
    }

    /// Strokes at the bottom with their times below. On narrow pages every second or only every fourth is shown.
    var timeMarks: Markup {
        let bottom = Self.top + Self.plotHeight
        let ticks = TimeAxis(start: chart.start, end: chart.end).ticks.filter { across(Double($0.time)) <= 97 }
        let marks = ticks.enumerated().map { index, tick -> Markup in
            let x = percent(Double(tick.time))
            let width = index.isMultiple(of: 4) ? "all" : index.isMultiple(of: 2) ? "medium" : "wide"
            return """
                <g class="\(width)"><line class="tick" x1="\(x)%" x2="\(x)%" y1="\(bottom)" y2="\(bottom + 5)"/>\
                <text class="of-time" x="\(x)%" y="\(bottom + 17)">\(tick.label)</text></g>
                """
        }
        return "\(marks)"
    }

    /// Where an instant lies, in per cent of the width, held inside.
    func across(_ milliseconds: Double) -> Double {
        min(max((milliseconds - chart.start) / (chart.end - chart.start) * 100, 0), 100)
    }

    /// The same as text.
    func percent(_ milliseconds: Double) -> String {
        Wording.fixed(across(milliseconds), decimals: 2)
    }
}
