/// One line of the table.
struct Row: CustomStringConvertible {
    var baseline: String
    var way: String
    var series: Int
    var pointsPerSecond: Double
    var bytesPerPoint: Int
    /// Bytes a second of saxpy over as many bytes.
    var ceiling: Double

    static let header = """
        | baseline | way | series | Mpoints/s | bytes/point | GB/s | of saxpy |
        |---|---|---:|---:|---:|---:|---:|
        """

    var description: String {
        let bytes = pointsPerSecond * Double(bytesPerPoint)
        let cells = [
            baseline, way, String(series), String(Int(pointsPerSecond / 1e6)), String(bytesPerPoint),
            String(Int(bytes / 1e9)), "\(Int(100 * bytes / ceiling)) %",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}
