extension AndonSettings {
    /// What is learned before the doors open, so that a new daemon knows at once what is normal.
    package struct Warm: Equatable, Sendable {
        /// A Prometheus that is asked for history.
        package struct Prometheus: Equatable, Sendable {
            /// Where it is; `nil` where none is asked.
            package var url: PrometheusURL?
            /// What it is asked for, in its query language.
            package var queries: [String] = []
            /// How far back.
            package var range = Duration.seconds(14 * 86_400)
            /// The time between two values of a series.
            package var step = Duration.seconds(60)
            /// How long one answer may take.
            package var timeout = Duration.seconds(30)
            /// How long a request is tried again that fails for a reason that may pass.
            package var retryFor = Duration.seconds(60)
            /// A file whose content is sent as the header `Authorization`; empty for none.
            package var authorizationFile = ""
        }

        /// Files and folders with history, as written: relative to the directory of the config file.
        package var files: [String] = []
        /// True where the daemon must not start without all of the history.
        package var isRequired = false
        /// A Prometheus that is asked for history.
        package var prometheus = Prometheus()

        /// True where there is nothing to learn from.
        package var isEmpty: Bool { files.isEmpty && prometheus.url == nil }
    }
}

extension AndonSettings {
    /// The keys under `warm`.
    static let warmFields: [Field<AndonSettings>] = [
        Field(
            "warm.files", \.warm.files, Form.name("the path of a file or folder").list(of: "paths", count: 0...1024),
            .restart,
            "History that is learned before the doors open, relative to this file's directory, in any form that `andon "
                + "replay` reads. `--warm-from` overrides it."),
        Field(
            "warm.required", \.warm.isRequired, .flag, .restart,
            "True ends a start that cannot learn all of the history; false logs an error and goes on with what there is."
        ),
        Field(
            "warm.prometheus.url", \.warm.prometheus.url, .prometheusURL, .restart,
            "A Prometheus, or whatever speaks its HTTP API, that is asked for history before the doors open."),
        Field(
            "warm.prometheus.queries", \.warm.prometheus.queries,
            Form.name("a query of Prometheus").list(of: "queries", count: 0...64), .restart,
            "What it is asked for. A series is known by its name and labels, as at the doors."),
        Field(
            "warm.prometheus.range", \.warm.prometheus.range, .duration(.seconds(60) ... .seconds(3660 * 86_400)),
            .restart, "How far back. Less than a day teaches no daily season."),
        Field(
            "warm.prometheus.step", \.warm.prometheus.step, .duration(.seconds(1) ... .seconds(86_400)), .restart,
            "The time between two values of a series. Best the interval at which live samples come."),
        Field(
            "warm.prometheus.timeout", \.warm.prometheus.timeout, .duration(.seconds(1) ... .seconds(600)), .restart,
            "How long one answer may take."),
        Field(
            "warm.prometheus.retry_for", \.warm.prometheus.retryFor, .duration(.zero ... .seconds(3600)), .restart,
            "How long a request is tried again that fails for a reason that may pass."),
        Field(
            "warm.prometheus.authorization_file", \.warm.prometheus.authorizationFile, .pathOrNone, .restart,
            "A file whose content is sent as the header `Authorization`, such as `Bearer …`; relative to this file's "
                + "directory."),
    ]

    /// What no key under `warm` can tell on its own.
    func checkWarm(_ findings: inout Findings) {
        guard warm.prometheus.url != nil, warm.prometheus.queries.isEmpty else { return }
        findings.note(
            "warm.prometheus.url is given, but no query; name at least one in warm.prometheus.queries",
            key: "warm.prometheus.url")
    }
}
