extension Duration {
    /// Whole milliseconds, rounded up so that a short wait does not become none; `nil` when they do not fit.
    var milliseconds: Int32? {
        let (seconds, attoseconds) = components
        let (scaled, isTooMuch) = seconds.multipliedReportingOverflow(by: 1_000)
        let rest = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return isTooMuch ? nil : Int32(exactly: scaled + rest)
    }
}
