extension TuningResult {
    /// What was searched on: `31 files, 31 series, 57 windows`.
    var corpus: String {
        let parts = [
            "\(files) \(files == 1 ? "file" : "files")", "\(series) series",
            objective.needsLabels ? "\(windows) \(windows == 1 ? "window" : "windows")" : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// What to make of it, in a sentence or two.
    var verdict: String {
        var sentences: [String] = []
        if !isComplete { sentences.append("The search was interrupted; this is the best so far.") }
        if !keepsBound {
            sentences.append("No policy that was tried keeps the bound with its margin; this one comes closest.")
        }
        sentences.append(found == present ? "Nothing better was found: the present policy stays." : confirmation)
        return sentences.joined(separator: " ")
    }

    private var confirmation: String {
        switch heldBack {
        case .tooFew(let count):
            "Not confirmed: holding back takes at least \(FoldPlan.leastMembers) files or series, "
                + "and there \(count == 1 ? "is" : "are") \(count)."
        case .interrupted: "Not confirmed: nothing was measured on what was held back."
        case .measured(let effect) where isConfirmed:
            // Series of one file break and rest together: see FoldPlan.
            effect.kind == .series
                ? "Confirmed on held-back series; they share windows and time with those that were seen, so other "
                    + "series will fare a little worse."
                : "Confirmed on what was held back."
        case .measured(let effect):
            switch objective {
            case .f1(nil) where effect.isWorse, .nab where effect.isWorse:
                "Not confirmed: the present policy did better on what was held back."
            case .alertsPerWeek: "Not confirmed: more than that were raised on what was held back."
            case .f1, .nab: "Not confirmed: what was held back shows no gain beyond doubt."
            }
        }
    }
}
