import Evaluation
import Samples

/// What a search found, as a piece of settings: only the keys that differ from the present ones, with what was
/// measured.
package struct ConfigPatch: Equatable, Sendable {
    /// One key under `policies.standard`.
    package struct Change: Equatable, Sendable {
        /// The key.
        package var key: String
        /// Its present value, as settings write it.
        package var before: String
        /// Its new value.
        package var after: String
        /// What the searches that held something back found, one for each fold: where they agree it can be trusted.
        package var byFold: [String]
    }

    /// In the order of importance; empty where the present policy stays.
    package var changes: [Change]
    private var remarks: [String]

    /// The patch that a result asks for.
    package init(_ result: TuningResult) {
        var folds: [Policy] = []
        remarks = ["Found by andon tune on \(result.corpus), seed \(result.seed)."]
        if case .measured(let effect) = result.heldBack {
            folds = effect.policies
            let main = effect.rows.prefix(1).map { row in
                "\(row.figure.name) on held-back \(effect.kind.plural): \(row.figure.text(row.present))"
                    + " -> \(row.figure.text(row.found))"
            }
            remarks += main
        }
        remarks.append(result.verdict)
        let axes = PolicyAxis.all(around: result.present, includesDirection: true)
        changes = axes.compactMap { axis in
            let (before, after) = (axis.text(of: result.present), axis.text(of: result.found))
            guard before != after else { return nil }
            return Change(key: axis.key, before: before, after: after, byFold: folds.map(axis.text))
        }
    }

    /// YAML to merge into `config/andon.yaml`; comments alone where nothing changes. Ends with a line feed.
    package var yaml: String {
        var lines = remarks.map { "# \($0)" }
        if !changes.isEmpty { lines += ["policies:", "  standard:"] }
        for change in changes {
            var line = "    \(change.key): \(change.after)"
            line += String(repeating: " ", count: max(1, 41 - line.utf8.count)) + " # was \(change.before)"
            if !change.byFold.isEmpty { line += "; by fold \(change.byFold.joined(separator: ", "))" }
            lines.append(line)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension TuningFigure {
    /// A figure with its interval: `0.480 (0.410 to 0.560)`; `-` where it is not defined.
    func text(_ estimate: Estimate, isSigned: Bool = false) -> String {
        let write = { (value: Double) in (isSigned && value >= 0 ? "+" : "") + text(value) }
        guard let value = estimate.value else { return "-" }
        guard let interval = estimate.interval else { return write(value) }
        return "\(write(value)) (\(write(interval.lower)) to \(write(interval.upper)))"
    }
}
