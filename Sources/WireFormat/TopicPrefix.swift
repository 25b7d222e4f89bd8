/// How the topics of the bus begin. Subscriptions are prefixes, so each ends with its dot.
public enum TopicPrefix {
    /// Samples, inwards; what follows the prefix is free.
    public static let metric = "metric."
    /// Deployments, maintenance and the like, inwards.
    public static let change = "change."
    /// Anomalies, outwards.
    public static let anomaly = "anomaly."
}
