/// How the topics of the bus begin. Subscriptions are prefixes, so each ends with its dot.
public enum TopicPrefix {
    /// Samples, inwards; what follows the prefix is free.
    public static let metric = "metric."
    /// Deployments, maintenance and the like, inwards.
    public static let change = "change."
    /// What operators say of anomalies, inwards.
    public static let feedback = "feedback."
    /// Samples that were taken, outwards, for recording them.
    public static let sample = "sample."
    /// Where a recording is replayed, inwards: the step was closed here.
    public static let sampleClose = "sample.close"
    /// Where a recording is replayed, inwards: this was all.
    public static let sampleEnd = "sample.end"
    /// Anomalies, outwards.
    public static let anomaly = "anomaly."
}
