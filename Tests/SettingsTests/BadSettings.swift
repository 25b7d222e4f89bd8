import Testing

/// A text that must not be taken, and the one line that a person reads about it.
struct BadSettings: Sendable, CustomTestStringConvertible {
    let yaml: String
    let sentence: String

    var testDescription: String { sentence }

    private init(_ yaml: String, _ sentence: String) {
        self.yaml = yaml
        self.sentence = "config/andon.yaml" + sentence
    }

    static let values = [
        BadSettings(
            "models:\n  warm_up: many", ":2: models.warm_up is many; it must be a whole number from 2 to 100000"),
        BadSettings("models: {warm_up: 1.5}", ":1: models.warm_up is 1.5; it must be a whole number from 2 to 100000"),
        BadSettings("models: {warm_up: }", ":1: models.warm_up is empty; it must be a whole number from 2 to 100000"),
        BadSettings(
            "models: {warm_up: [60]}", ":1: models.warm_up is a list; it must be a whole number from 2 to 100000"),
        BadSettings("models: {warm_up: {}}", ":1: models.warm_up is a map; it must be a whole number from 2 to 100000"),
        BadSettings(
            "models: {absolute_floor: 0}", ":1: models.absolute_floor is 0; it must be a number from 1e-30 to 1e+30"),
        BadSettings(
            "models: {relative_floor: nan}", ":1: models.relative_floor is nan; it must be a number from 0 to 1"),
        BadSettings(
            "models: {ewma: {enabled: yes}}", ":1: models.ewma.enabled is yes; it must be true or false"),
        BadSettings(
            "\n\nmodels: {time_zone: Mars/Olympus}",
            ":3: models.time_zone is Mars/Olympus; it must be the IANA name of a time zone, such as UTC or Europe/Berlin"
        ),
        BadSettings(
            "models: {holt_winters: {slots_per_day: 1}}",
            ":1: models.holt_winters.slots_per_day is 1; it must be a divisor of 1440 from 2 on, such as 24, 96 or 288"),
        BadSettings(
            "models: {daily_season: {slots_per_day: 100}}",
            ":1: models.daily_season.slots_per_day is 100; it must be a divisor of 1440 from 2 on, such as 24, 96 or 288"
        ),
        BadSettings(
            "policies: {standard: {open_at: 1}}",
            ":1: policies.standard.open_at is 1; it must be a number from 2 to 38, or budget"),
        BadSettings(
            "policies: {standard: {false_alarm_every: 1s}}",
            ":1: policies.standard.false_alarm_every is 1s; it must be a duration from 1m to 36500d, such as 50ms, 10s or "
                + "1h30m"),
        BadSettings(
            "policies: {standard: {minimum_deviation: -1}}",
            ":1: policies.standard.minimum_deviation is -1; it must be a number of at least 0"),
        BadSettings(
            "policies: {standard: {minimum_deviation: 0x10}}",
            ":1: policies.standard.minimum_deviation is 0x10; it must be a number of at least 0"),
        BadSettings(
            "policies: {standard: {minimum_deviation: 1e999}}",
            ":1: policies.standard.minimum_deviation is 1e999; it must be a number of at least 0"),
        BadSettings(
            "reload: {poll: 10}",
            ":1: reload.poll is 10; it must be a duration from 100ms to 1h, such as 50ms, 10s or 1h30m"),
        BadSettings(
            "reload: {poll: 2h}",
            ":1: reload.poll is 2h; it must be a duration from 100ms to 1h, such as 50ms, 10s or 1h30m"),
        BadSettings(
            "doors: {zeromq: {maximum_message: 16MB}}",
            ":1: doors.zeromq.maximum_message is 16MB; it must be a size from 1KiB to 1GiB, such as 64KiB or 16MiB"),
        BadSettings(
            "doors:\n  zeromq:\n    pull:\n      - tcp://a:1\n      - http://a:2",
            ":5: doors.zeromq.pull[1] is http://a:2; it must be tcp://host:port, ipc://path or inproc://name, "
                + "or {connect: …} around one of them"),
        BadSettings(
            "doors: {zeromq: {pull: [{connect: 'tcp://a:*'}]}}",
            ":1: doors.zeromq.pull[0].connect is tcp://a:*; it must be tcp://host:port, ipc://path or inproc://name, "
                + "or {connect: …} around one of them"),
        BadSettings(
            "doors: {zeromq: {pull: tcp://a:1}}",
            ":1: doors.zeromq.pull is tcp://a:1; it must be a list of at most 64 endpoints, each tcp://host:port, "
                + "ipc://path or inproc://name, or {connect: …} around one of them"),
        BadSettings(
            "labels: {service: []}",
            ":1: labels.service is a list; it must be a list of 1 to 16 labels, each the name of a label"),
        BadSettings("labels: {service: [a, ~]}", ":1: labels.service[1] is empty; it must be the name of a label"),
        BadSettings(
            "stages: {link: ipc://relative}",
            ":1: stages.link is ipc://relative; it must be inproc, ipc:///directory (at most 75 bytes), "
                + "or tcp://host:port with a port from 1 to 65335"),
        BadSettings(
            "http: {address: 9464}",
            ":1: http.address is 9464; it must be host:port, such as 127.0.0.1:9464, or off"),
        BadSettings(
            "log: {level: \"very loud\\n\"}",
            ":1: log.level is \"very loud\\n\"; it must be one of trace, debug, info, notice, warning, error"),
    ]

    static let keys = [
        BadSettings(
            "doors:\n  zeromq:\n    subscribes: []",
            ":3: unknown key doors.zeromq.subscribes; did you mean subscribe? "
                + "Allowed here: high_water_mark, maximum_message, pull, subscribe"),
        BadSettings(
            "detectors: {}",
            ":1: unknown key detectors. Allowed here: causes, changes, doors, exits, feedback, http, labels, log, metrics, models, "
                + "policies, reload, stages, warm"),
        BadSettings("log: {level: info, 7: x}", ":1: unknown key log.7. Allowed here: level"),
        BadSettings("log: {[a]: x}", ":1: unknown key log.a list. Allowed here: level"),
        BadSettings("log: debug", ":1: log is debug; it must be a map with the keys level"),
        BadSettings(
            "causes:\n  suspects: 1\n  suspects: 2", ":2: duplicate key suspects; each key may stand once"),
    ]

    static let documents = [
        BadSettings("", ": the file is empty; write {} to run with every default"),
        BadSettings("# only a comment\n", ": the file is empty; write {} to run with every default"),
        BadSettings("log:\n\tlevel: info", ":2: a tab indents this line; YAML takes only spaces"),
        BadSettings("log:\r\n\tlevel: info\r\n", ":2: a tab indents this line; YAML takes only spaces"),
        BadSettings(
            "- a\n- b",
            ":1: the file is a list; it must be a map with the keys causes, changes, doors, exits, feedback, http, labels, log, "
                + "metrics, models, policies, reload, stages, warm"),
        BadSettings(
            "\nlog: {level: info\n\n",
            ":4: this is not YAML: while parsing a flow mapping from line 2, did not find expected ',' or '}' (column 1)"
        ),
        BadSettings("log: *level", ":1: this is not YAML: found undefined alias (column 6)"),
        BadSettings(
            "log: {}\n---\nlog: {}",
            ":2: this is not YAML: expected a single document in the stream from line 1, but found another document (column 1)"
        ),
        BadSettings("log: {}\nx: \u{1}", ":2: this is not YAML: control characters are not allowed"),
        BadSettings(
            "models:\n  robust_z: {enabled: false}\n  holt_winters: {enabled: false}\n  daily_season: {enabled: false}\n"
                + "  weekly_season: {enabled: false}",
            ":1: models has no forecast enabled; at least one of ewma, robust_z, holt_winters, daily_season, "
                + "weekly_season, holt_winters_multiplicative, first_difference must be"),
        BadSettings(
            "doors:\n  zeromq:\n    subscribe:\n      - tcp://*:1\n      - tcp://127.0.0.1:5561",
            ":5: doors.zeromq.pull[0] is tcp://127.0.0.1:5561, which doors.zeromq.subscribe[1] listens on already; each needs its own"
        ),
        BadSettings(
            "http: {address: 127.0.0.1:5560}",
            ":1: http.address is tcp://127.0.0.1:5560, which doors.zeromq.subscribe[0] listens on already; each needs its own"
        ),
    ]

    static let rules = [
        BadSettings(
            "policies:\n  rules:\n    - {name: a}\n    - {direction: above}",
            ":4: policies.rules[1] has no name; a rule needs one for reports"),
        BadSettings(
            "policies:\n  rules:\n    - {name: a}\n    - {name: a}",
            ":4: policies.rules[1].name is a, as the rule at config/andon.yaml:3 is; each needs a name of its own"),
        BadSettings(
            "policies: {rules: [{name: ''}]}",
            ":1: policies.rules[0].name is \"\"; it must be a name that no other rule has"),
        BadSettings(
            "policies: {rules: [{name: a, match: {label: {}}}]}",
            ":1: unknown key policies.rules[0].match.label; did you mean labels? Allowed here: kind, labels, name, unit"
        ),
        BadSettings(
            "policies: {rules: [{name: a, match: {unit: second}}]}",
            ":1: policies.rules[0].match.unit is second; it must be one of seconds, milliseconds, microseconds, nanoseconds, "
                + "minutes, hours, days, timestamp, bytes, bytes_per_second, ratio, percent, count, per_second, celsius, volts, "
                + "amperes, watts, joules, hertz, meters, grams, none"),
        BadSettings(
            "metrics: {kinds: {\"*_took\": slow}}",
            ":1: metrics.kinds.*_took is slow; it must be one of latency, availability, errors, traffic, cpu, memory, disk, "
                + "network, saturation, heartbeat, other"),
        BadSettings(
            "policies: {rules: [{name: a, match: {labels: [mode]}}]}",
            ":1: policies.rules[0].match.labels is a list; it must be a map of label names to patterns, such as {device: \"sd*\"}"
        ),
        BadSettings(
            "policies: {rules: [{name: a, match: {labels: {mode: }}}]}",
            ":1: policies.rules[0].match.labels.mode is empty; it must be a pattern, such as \"sd*\""),
        BadSettings(
            "policies: {rules: [{name: a, close_after: 0}]}",
            ":1: policies.rules[0].close_after is 0; it must be a whole number from 1 to 100000"),
        BadSettings(
            "policies:\n  rules:\n  - name: a\n    warning_at: 0.9\n    critical_at: 0.8",
            ":4: policies.rules[0].warning_at is 0.9, above critical_at 0.8; it must not be"),
        BadSettings(
            "policies:\n  standard:\n    warning_at: 0.96",
            ":3: policies.standard.warning_at is 0.96, above critical_at 0.95; it must not be"),
        BadSettings(
            "policies: {rules: {name: a}}",
            ":1: policies.rules is a map; it must be a list of rules, such as "
                + "{name: errors, match: {name: \"*errors*\"}, direction: above}"),
        BadSettings(
            "policies: {rules: [cpu]}",
            ":1: policies.rules[0] is cpu; it must be a map with the keys accept_after, close_after, critical_at, direction, "
                + "enabled, false_alarm_every, flap_after, flap_within, gone_after, match, minimum_deviation, minimum_relative_deviation, name, open_after, "
                + "open_at, silence, warning_at"
        ),
    ]
}
