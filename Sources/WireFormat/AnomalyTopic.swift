public import Samples

/// The topics that anomalies are published under: `anomaly.<severity>.<service>`.
public enum AnomalyTopic {
    /// The topic of an anomaly; without a service it ends in `none`.
    ///
    /// Dots, blanks and control characters of the service become `_`, so that the topic always has three parts.
    public static func topic(severity: Severity, service: String?) -> String {
        "\(TopicPrefix.anomaly)\(severity.rawValue).\(part(service))"
    }

    private static func part(_ service: String?) -> String {
        guard let service, !service.isEmpty else { return "none" }
        var part = ""
        for scalar in service.unicodeScalars {
            let isUnfit =
                scalar == "." || scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            part.unicodeScalars.append(isUnfit ? "_" : scalar)
        }
        return part
    }
}
