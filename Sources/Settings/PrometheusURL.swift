/// Where a Prometheus is: `http://host:port`, with a path before `/api` where it has one.
package struct PrometheusURL: Equatable, Sendable {
    /// As it was written.
    package let text: String

    /// Reads a URL; `nil` for anything else, also for one with a user in it: settings and command lines are shown to many.
    package init?(_ text: String) {
        guard let scheme = ["http://", "https://"].first(where: text.hasPrefix) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" }
        let isPlain = rest.allSatisfy { $0.isASCII && !$0.isWhitespace && !"?#@\"<>\\^`{|}".contains($0) }
        guard !authority.isEmpty, authority.first != ":", isPlain else { return nil }
        self.text = text
    }
}

extension Form where Value == PrometheusURL? {
    /// Where a Prometheus is, or that there is none.
    static let prometheusURL = Form(
        scalar: "a URL such as http://127.0.0.1:9090, without user and query, or off",
        parse: { text in
            if text == "off" { return .some(.none) }
            return PrometheusURL(text).map { .some($0) }
        }, text: { $0?.text ?? "off" })
}

extension Form where Value == String {
    /// The path of a file, or that there is none.
    static let pathOrNone = Form(
        scalar: "the path of a file, or off", parse: { $0 == "off" ? "" : $0 },
        text: { $0.isEmpty ? "off" : $0.quotedIfNeeded })
}
