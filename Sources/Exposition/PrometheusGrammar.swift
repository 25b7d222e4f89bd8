/// How Prometheus wants names, labels and numbers written.
///
/// - Reference: Prometheus "Exposition formats", text format 0.0.4; OpenMetrics 1.0.0.
enum PrometheusGrammar {
    /// The name with every character that is not allowed turned into `_`: letters, digits, `_`, `:`, no digit first.
    static func metricName(_ name: String) -> String {
        cleaned(name) { $0 == ":" }
    }

    /// The name with every character that is not allowed turned into `_`: letters, digits, `_`, no digit first.
    ///
    /// `le` becomes `le_`, because histograms use it for the edges of their buckets.
    static func labelName(_ name: String) -> String {
        let clean = cleaned(name) { _ in false }
        return clean == "le" ? "le_" : clean
    }

    /// What stands between the braces: sorted by name, values escaped; of a name that occurs twice the last value counts.
    static func labels(_ dimensions: [(String, String)]) -> String {
        var byName: [String: String] = [:]
        for (name, value) in dimensions { byName[labelName(name)] = value }
        return byName.sorted { $0.key < $1.key }
            .map { "\($0.key)=\"\(escapedValue($0.value))\"" }
            .joined(separator: ",")
    }

    /// The name as a sentence: `andon_batches_total` is "Andon batches total".
    static func words(of name: String) -> String {
        let words = name.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// With `\`, `"` and line breaks escaped, as values of labels (and help texts of OpenMetrics) are.
    static func escapedValue(_ text: String) -> String {
        escaped(text, quotes: true)
    }

    /// With `\` and line breaks escaped, as help texts of the text format are.
    static func escapedHelp(_ text: String) -> String {
        escaped(text, quotes: false)
    }

    /// Shortest form that reads back as the same number; whole numbers without a fraction.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        // Beyond 2^53 neighbours are more than one apart and digits would pretend otherwise.
        if value.magnitude < 9_007_199_254_740_992, let whole = Int64(exactly: value) { return String(whole) }
        return value.description
    }

    private static func cleaned(_ name: String, _ isAlsoAllowed: (Unicode.Scalar) -> Bool) -> String {
        var clean = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "_": clean.unicodeScalars.append(scalar)
            case "0"..."9":
                if clean.isEmpty { clean = "_" }
                clean.unicodeScalars.append(scalar)
            default: clean.unicodeScalars.append(isAlsoAllowed(scalar) ? scalar : "_")
            }
        }
        return clean.isEmpty ? "_" : clean
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var out = ""
        // By scalar: a carriage return and a line feed are one Character.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\"" where quotes: out += "\\\""
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
