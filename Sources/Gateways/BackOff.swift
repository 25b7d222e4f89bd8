/// How long to wait before the same is tried again, and when to give up: twice as long each time, up to ten seconds.
struct BackOff {
    private let patience: Duration
    private var spent = Duration.zero
    private var delay = Duration.milliseconds(500)

    private static let longest = Duration.seconds(10)

    /// - Parameter patience: how long it is tried in all.
    init(patience: Duration) {
        self.patience = patience
    }

    /// The time to wait now.
    ///
    /// - Parameter took: how long the try took that failed.
    /// - Returns: `nil` where it is time to give up.
    mutating func next(after took: Duration) -> Duration? {
        spent += took
        guard spent < patience else { return nil }
        let wait = min(delay, patience - spent)
        spent += wait
        delay = min(delay * 2, Self.longest)
        return wait
    }
}
