import Samples

/// The reference of every key for people, made from the declarations that also read and validate them.
package enum SettingsReference {
    /// The whole of `config/settings.md`.
    package static func markdown() -> String {
        var lines = [introduction]
        for section in sections {
            lines += [
                "", "## \(section)", "", "| key | takes | default | a change | meaning |",
                "| --- | --- | --- | --- | --- |",
            ]
            lines += AndonSettings.fields.filter { $0.path.hasPrefix(section + ".") }.map(row)
        }
        lines += ["", rules, "", "| key | takes | meaning |", "| --- | --- | --- |"]
        lines += PolicyBook.Rule.fields.map { "| `\($0.path)` | \(escaped($0.allowed)) | \($0.about) |" }
        lines += ["", budgets, "", "| key | takes | meaning |", "| --- | --- | --- |"]
        lines += AlarmBudget.fields.map { "| `\($0.path)` | \(escaped($0.allowed)) | \($0.about) |" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let introduction = """
        # Settings

        Every key of `andon.yaml`. This page is made from the declarations that read and validate the file, by
        `ANDON_WRITE_REFERENCE=1 swift test --filter SettingsReferenceTests`; do not edit it.

        * Every key may be left out; then its default holds. An unknown key, a key that stands twice and a value out of
          range are errors that name file, line, key and what is allowed. `andon check` reports all of them at once.
        * Durations are whole numbers with units, larger ones first: `50ms`, `10s`, `1h30m`, `400d`. Sizes are `64KiB`,
          `16MiB`, `1GiB` or plain bytes. Quotes around a value make no difference, except that `""` is an empty text and
          nothing is no value. An endpoint is bound unless it is written `{connect: tcp://host:port}`.
        * The file is read again when its content changes (also by a swapped symlink) and on SIGHUP. What a change does:
          **live** holds at once and loses nothing that was learned; **resets** holds at once, and the named model of
          every series learns anew; **restart** is reported and holds from the next start on. A bad file changes nothing.
        """

    private static let rules = """
        ## A rule

        A rule of `policies.rules`, and of the files that `policies.files` names, each of which is a list of rules. Parts
        that a rule leaves out stay as `policies.standard` and earlier rules have them.
        """

    private static let budgets = """
        ## An alarm budget

        An item of `policies.budgets`. Anomalies that open at the same step count as one alarm. A budget begins with `alarms`
        alarms (one of each series with five) and saves up no more than that, or than what a day brings; once it is used up,
        each further alarm has to be clearer by half a power of ten.
        """

    /// The first names of all paths, in their order.
    private static var sections: [String] {
        var names: [String] = []
        for field in AndonSettings.fields {
            let name = String(field.path.prefix { $0 != "." })
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private static func row(_ field: Field<AndonSettings>) -> String {
        let value = field.text(AndonSettings())
        return "| `\(field.path)` | \(escaped(field.allowed)) | `\(value)` | \(field.effect) | \(field.about) |"
    }

    /// A star would begin emphasis.
    private static func escaped(_ text: String) -> String {
        text.replacing("*", with: "\\*")
    }
}
