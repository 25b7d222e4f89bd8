/// How the terms of a suspect's score weigh. Few on purpose, one set for everything.
enum Weights {
    /// What moved more than an interval after the anomaly is more likely its effect.
    static let late = 0.4
    /// How far a suspect left its own normal counts as much as how large a part of the whole it is.
    static let size = 0.5
    /// A metric with one series moves as a whole; that says little.
    static let shareOfOnlyChild = 0.5

    /// In 0 ... 1, on a logarithmic scale: nothing at three standard deviations, which every series reaches now and then
    /// by chance, and full at thirty.
    static func size(ofResidual residual: Double) -> Double {
        let (nothing, full) = (Logarithm.of(onePlus: 3), Logarithm.of(onePlus: 30))
        return Double(min(1, max(0, (Logarithm.of(onePlus: Float(residual)) - nothing) / (full - nothing))))
    }

    /// Who burns CPU is a likelier cause of a busy CPU than who takes memory at the same time.
    static let otherKind = 0.8

    /// A service or a process acts; a resource is acted upon, so a series that names nobody is a weaker suspect.
    static func actor(isNamed: Bool, isTarget: Bool) -> Double {
        guard isNamed else { return 0.6 }
        return isTarget ? 0.9 : 1
    }

    /// In 0 ... 1 by the time from a change to the onset: a third is left after ten minutes.
    static func recency(seconds: Double) -> Double {
        Logarithm.exponential(-max(0, seconds) / 600)
    }

    /// The least that ``recency(seconds:)`` counts for while a change, for instance a maintenance, is said to last.
    static let underWay = 0.5

    /// How well the place of a change fits the place of an anomaly.
    static func place(sameService: Bool, sameLabels: Bool, everywhere: Bool) -> Double {
        sameService ? 1 : sameLabels ? 0.8 : everywhere ? 0.5 : 0.2
    }
}
