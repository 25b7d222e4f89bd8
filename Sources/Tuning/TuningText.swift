/// What a search found, as a terminal shows it.
package struct TuningText: CustomStringConvertible, Sendable {
    /// What was found.
    package var result: TuningResult
    /// The command line that finds the same again.
    package var command: String

    /// The text of a result.
    package init(_ result: TuningResult, command: String) {
        self.result = result
        self.command = command
    }

    /// Several lines, the last one ended by a line feed.
    package var description: String {
        var lines = [
            "Tried \(result.candidates) policies in \(result.trials) replays of \(result.corpus)."
        ]
        lines += ["", result.verdict]
        if case .measured(let effect) = result.heldBack { lines += [""] + Self.table(effect) }
        lines += ["", "For config/andon.yaml:", "", ConfigPatch(result).yaml]
        lines.append("The same again: \(command)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The figures on held-back members, in columns.
    private static func table(_ effect: HeldBackEffect) -> [String] {
        var cells = [["on held-back \(effect.kind.plural)", "present", "found", "difference"]]
        for row in effect.rows {
            cells.append([
                row.figure.name, row.figure.text(row.present), row.figure.text(row.found),
                row.figure.text(row.difference, isSigned: true),
            ])
        }
        let widths = (0..<4).map { column in cells.map { $0[column].count }.max() ?? 0 }
        let lines = cells.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
                .trimmingTrailingSpaces
        }
        return lines + [
            "In brackets 95 % intervals, from \(HeldBackEffect.resamples) draws of the \(effect.count) \(effect.kind.plural)."
        ]
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
