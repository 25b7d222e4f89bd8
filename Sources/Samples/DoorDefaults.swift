/// What a door takes unless it is told otherwise: the one place of these numbers.
public enum DoorDefaults {
    /// Larger messages are refused, in bytes. A batch of `andon emit` has at most a tenth of it.
    public static let messageBytes = 16 << 20
    /// Samples of further series are refused.
    public static let series = 100_000
    /// Samples further ahead of their arrival are refused: clocks of machines differ, but not by so much.
    public static let future = Duration.seconds(10 * 60)
    /// Samples further behind their arrival are refused: a year of history, and a month more, may be pushed in.
    public static let past = Duration.seconds(400 * 86_400)
}
