/// A file with labels and scores, as the Numenta benchmark looks at it.
struct NABFile {
    /// The path of the file.
    let path: String
    /// What a detection in each row is worth.
    let rows: NABRows
    private let said: RowScores

    /// `nil` where the file has no labels, or nobody asked for the scores of its rows.
    init?(_ file: FileHistory) {
        guard let windows = file.windows, let said = file.rows else { return nil }
        path = file.path
        self.said = said
        rows = NABRows(windows: windows, times: said.times, from: file.evaluateFrom)
    }

    /// How many rows there are.
    var count: Int { said.count }

    /// Higher is stranger; a score that is not a number is below all others.
    func score(_ row: Int) -> Float { said.scores[row].isNaN ? -.infinity : said.scores[row] }

    /// What the decisions as they were come to.
    var decided: NABTally { rows.tally(of: said.decisions.indices.lazy.filter { said.decisions[$0] }) }

    /// What the detections in the rows of at least that score come to; none for `nil`.
    func tally(atLeast threshold: Float?) -> NABTally {
        guard let threshold else { return rows.tally(of: EmptyCollection()) }
        return rows.tally(of: said.scores.indices.lazy.filter { score($0) >= threshold })
    }
}
