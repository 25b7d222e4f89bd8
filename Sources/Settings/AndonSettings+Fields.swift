import Samples

extension AndonSettings {
    /// Every key there is, in the order of the reference.
    static let fields: [Field<AndonSettings>] =
        doorFields + warmFields + labelFields + metricFields + modelFields + policyFields + changeFields + causeFields
        + stageFields + exitFields + otherFields

    private static let endpoints = Form<SocketEndpoint>.endpoint.list(of: "endpoints", count: 0...64)

    private static let doorFields: [Field<AndonSettings>] = [
        Field(
            "doors.zeromq.subscribe", \.doors.zeromq.subscribe, endpoints, .restart,
            "SUB sockets for samples and changes: publishers connect a PUB socket to a bound one."
        ),
        Field(
            "doors.zeromq.pull", \.doors.zeromq.pull, endpoints, .restart,
            "PULL sockets for the same, where a publisher waits rather than loses: it connects a PUSH socket."),
        Field(
            "doors.zeromq.high_water_mark", \.doors.zeromq.highWaterMark, .whole(1...1_000_000), .restart,
            "Messages of each publisher that wait in a socket at most. In memory they take up to this many times "
                + "`maximum_message`, by default 1.6 GiB for each publisher that sends the largest."),
        Field(
            "doors.zeromq.maximum_message", \.doors.zeromq.maximumMessageBytes, .bytes(1 << 10...1 << 30), .live,
            "A larger message is refused and counted; one of more than twice the size at the start ends its connection."
        ),
        Field(
            "doors.limits.series", \.doors.limits.series, .whole(1...100_000_000), .restart,
            "Series known at most; samples of further ones are refused and counted."),
        Field(
            "doors.limits.future", \.doors.limits.future, .duration(.zero ... .seconds(86_400)), .live,
            "A sample further ahead of the clock is refused and counted."),
        Field(
            "doors.limits.past", \.doors.limits.past, .duration(.seconds(60) ... .seconds(36_500 * 86_400)), .live,
            "A sample further behind the clock is refused and counted."),
    ]

    private static let labelFields: [Field<AndonSettings>] = [
        Field(
            "labels.service", \.labels.service, Form.name("the name of a label").list(of: "labels", count: 1...16),
            .live, "Labels that name who acts; the first that a series carries counts.")
    ]

    private static let metricFields: [Field<AndonSettings>] = [
        Field(
            "metrics.kinds", \.policies.book.metrics.kinds, .assignments("{\"*_took\": latency}"), .live,
            "What metrics are about, by patterns of their names, where name and labels do not say it or say it wrongly; the "
                + "first that fits holds."),
        Field(
            "metrics.units", \.policies.book.metrics.units, .assignments("{\"*_took\": milliseconds}"), .live,
            "What metrics are measured in, likewise."),
        Field(
            "metrics.types", \.policies.book.metrics.types, .assignments("{\"*_processed\": counter}"),
            .retypes, "Which metrics are counters, judged by their rate, and which are gauges, likewise."
        ),
    ]

    private static let policyFields: [Field<AndonSettings>] =
        [
            Field(
                "policies.files", \.policies.files, Form.name("the path of a file").list(of: "files", count: 0...64),
                .live,
                "Files that are lists of rules, relative to this file's directory; applied in order, before `rules`."
            )
        ] + PolicyField.all.map(\.standard) + [
            Field(
                "policies.budgets", \.policies.book.budgets, .budgets, .live,
                "How many alarms people want of some series together: the strangest are told first, the rest is counted. A series "
                    + "belongs to the last budget that takes it; of those in none every anomaly is told."),
            Field(
                rulesPath, \.policies.book.rules, .rules, .live,
                "Rules that refine the standard policy for the series they match, later ones over earlier ones."),
        ]

    /// The key whose value is a list of rules, which reports tell apart by name.
    static let rulesPath = "policies.rules"

    private static let changeFields: [Field<AndonSettings>] = [
        Field(
            "changes.lease", \.changes.lease, .duration(.zero ... .seconds(30 * 86_400)), .live,
            "How long a change that does not say `until` is allowed for: its series must be stranger to alarm, their anomalies carry "
                + "its id, and a new level is accepted at the end; 0s does nothing of that for any change."),
        Field(
            "changes.raise", \.changes.raise, .number(0...30), .live,
            "Powers of ten by which an anomaly must be rarer meanwhile."),
    ]

    private static let causeFields: [Field<AndonSettings>] = [
        Field(
            "causes.suspects", \.causes.suspects, .whole(0...20), .live,
            "Suspects per anomaly at most; 0 seeks none."),
        Field(
            "causes.window", \.causes.window, .whole(8...240), .restart,
            "Samples of residuals that are compared to find what moved together."),
        Field(
            "causes.minimum_score", \.causes.minimumScore, .number(0...1), .live,
            "A suspect with a lower score is not named."),
        Field(
            "causes.change_lookback", \.causes.changeLookback, .duration(.zero ... .seconds(30 * 86_400)), .live,
            "A change this long before the onset may still be a suspect."),
    ]

    private static let stageFields: [Field<AndonSettings>] = [
        Field(
            "stages.shards", \.stages.shards, .whole(1...64), .restart, "Threads that detect, each with its own series."
        ),
        Field("stages.link", \.stages.link, .link, .restart, "How stages are joined."),
        Field(
            "stages.step_deadline", \.stages.stepDeadline, .duration(.milliseconds(1) ... .seconds(10)), .live,
            "A step of event time is decided this long after its input fell silent."),
        Field(
            "stages.drain", \.stages.drain, .duration(.milliseconds(100) ... .seconds(600)), .restart,
            "How long a stop may take to empty the stages."),
    ]

    private static let exitFields: [Field<AndonSettings>] = [
        Field(
            "exits.zeromq.publish", \.exits.zeromq.publish, endpoints, .restart,
            "PUB sockets for verdicts: subscribers connect a SUB socket to a bound one."),
        Field(
            "exits.zeromq.samples", \.exits.zeromq.samples, endpoints, .restart,
            "PUB sockets for the samples that were taken, in the order in which they are judged: for `andon tail --record`."
        ),
        Field(
            "exits.zeromq.high_water_mark", \.exits.zeromq.highWaterMark, .whole(1...1_000_000), .restart,
            "Messages that wait for a slow subscriber at most; it misses more, and sees the gap in the sequence. For a "
                + "listener to samples no more than `doors.zeromq.high_water_mark`, as samples leave in messages as "
                + "large as they came in."
        ),
    ]

    private static let otherFields: [Field<AndonSettings>] = [
        Field(
            "http.address", \.http.address, .listenAddress, .restart,
            "Where own metrics, health and page are served; port 0 takes any free one."),
        Field(
            "feedback.file", \.feedback.file, .fileOrOff, .restart,
            "Where feedback is kept over a stop, relative to this file's directory; written only once there is some."),
        Field(
            "reload.poll", \.reload.poll, .duration(.milliseconds(100) ... .seconds(3600)), .live,
            "How often the content of this file and of `policies.files` is compared."),
        Field("log.level", \.log.level, .choice, .live, "Nothing below this is logged."),
    ]
}
