extension SeriesKey {
    /// Who acts in the series: the value of the first of these labels that it carries, or `nil`.
    public func service(by serviceLabels: [String]) -> String? {
        for label in serviceLabels {
            if let value = labels[label], !value.isEmpty { return value }
        }
        return nil
    }
}
