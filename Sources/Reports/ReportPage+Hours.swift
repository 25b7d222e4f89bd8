extension ReportPage {
    /// When in the day anomalies open: what follows people or jobs shows here.
    var hours: Markup {
        guard let most = report.hours.max(), most > 0 else { return "" }
        let bars = report.hours.enumerated().map { bar(hour: $0, count: $1, most: most) }
        return """
            <h2 id="hours">Hours of the day at which anomalies opened, \(report.timeZone.printable())</h2>
            <div class="hours"><svg width="100%" height="112" role="img" aria-label="Anomalies by hour of the day">\
            <line class="grid" x2="100%" y1="92.5" y2="92.5"/>\(bars)</svg></div>
            """
    }

    /// One hour: its bar, its count on top, its name below. On narrow pages every third is named.
    private func bar(hour: Int, count: Int, most: Int) -> Markup {
        let (ground, tallest) = (92.0, 76.0)
        let height = max(0, Double(count) / Double(most) * tallest)
        let left = Wording.fixed(Double(hour) / 24 * 100 + 0.4, decimals: 2)
        let middle = Wording.fixed((Double(hour) + 0.5) / 24 * 100, decimals: 2)
        let number = count > 0 ? Wording.count(count) : ""
        let style = hour.isMultiple(of: 3) ? "hour" : "hour wide"
        return """
            <rect x="\(left)%" y="\(Wording.fixed(ground - height, decimals: 1))" width="3.4%" \
            height="\(Wording.fixed(height, decimals: 1))" rx="2">\
            <title>\(hour):00 to \(hour):59 \(report.timeZone.printable()): \(Wording.count(count))</title></rect>\
            <text class="count" x="\(middle)%" y="\(Wording.fixed(ground - 5 - height, decimals: 1))">\(number)</text>\
            <text class="\(style)" x="\(middle)%" y="108">\(hour)</text>
            """
    }
}
