import Samples

extension ChartDrawing {
    /// The anomalies that are drawn: the loudest, in the order in which they opened.
    var drawn: [ReplayReport.AnomalyRow] {
        let visible = anomalies.filter {
            Double($0.opened.milliseconds) >= chart.start && Double($0.onset.milliseconds) <= chart.end
        }
        guard visible.count > Self.mostSpans else { return visible }
        let loudest = visible.sorted { $0.peakScore > $1.peakScore }.prefix(Self.mostSpans)
        return loudest.sorted { $0.opened < $1.opened }
    }

    /// Hatched where labels say that something was wrong.
    var labels: Markup {
        let inside = windows.filter {
            Double($0.upperBound.milliseconds) >= chart.start && Double($0.lowerBound.milliseconds) <= chart.end
        }
        let rectangles = inside.prefix(Self.mostSpans).map { window -> Markup in
            let ends = "\(Wording.instant(window.lowerBound)) … \(Wording.instant(window.upperBound))"
            return """
                <rect class="label" \(extent(from: window.lowerBound, to: window.upperBound))>\
                <title>labelled \(ends)</title></rect>
                """
        }
        return "\(rectangles)"
    }

    /// Shaded from the first abnormal sample to the end.
    var spans: Markup {
        let rectangles = drawn.map { anomaly -> Markup in
            "<rect class=\"span \(anomaly.severity.rawValue)\" \(extent(from: anomaly.onset, to: anomaly.closed))/>"
        }
        return "\(rectangles)"
    }

    /// A shape where each anomaly opened: the severity gives form and colour; a false alarm is hollow.
    var markers: Markup {
        let marks = drawn.map { anomaly -> Markup in
            let severity = anomaly.severity.rawValue
            let hollow = anomaly.outcome == .falseAlarm ? " false" : ""
            let x = percent(Double(anomaly.opened.milliseconds))
            return """
                <use class="mark \(severity)\(hollow)" href="#mark-\(severity)" \
                x="\(x)%" y="7"><title>\(Self.title(of: anomaly))</title></use>
                """
        }
        return "\(marks)"
    }

    private static func title(of anomaly: ReplayReport.AnomalyRow) -> String {
        let length = anomaly.milliseconds.map(Wording.span(milliseconds:)) ?? "still open"
        let outcome = anomaly.outcome == .unlabelled ? "" : " · \(anomaly.outcome.words)"
        return "\(anomaly.severity.rawValue) · opened \(Wording.instant(anomaly.opened)) · \(length) · "
            + "score \(Wording.score(anomaly.peakScore))\(outcome) · \(anomaly.id)"
    }

    /// Without an end it lasts to the right edge; it is never too narrow to be seen.
    private func extent(from: EventTime, to end: EventTime?) -> Markup {
        let left = across(Double(from.milliseconds))
        let right = end.map { across(Double($0.milliseconds)) } ?? 100
        let width = min(max(right - left, 0.15), 100)
        return """
            x="\(Wording.fixed(min(left, 100 - width), decimals: 2))%" y="\(Self.top)" \
            width="\(Wording.fixed(width, decimals: 2))%" height="\(Self.plotHeight)"
            """
    }
}
