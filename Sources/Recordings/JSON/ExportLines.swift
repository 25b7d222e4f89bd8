/// Lines of JSON, each a series: `/api/v1/export` of VictoriaMetrics, or the results of a query one a line.
struct ExportLines: JSONFormat {
    static let isLinewise = true

    var progress = JSONProgress(isLinewise: isLinewise)
    private var object: SeriesObject

    /// - Parameters:
    ///   - unnamed: The name of series without one.
    ///   - limit: Samples of one line at most.
    init(unnamed: String, limit: Int = HeldSamples.usualLimit) {
        object = SeriesObject(depth: 1, unnamed: unnamed, limit: limit)
    }

    mutating func take(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, at place: JSONPlace, into events: inout EventCollector
    ) -> String? {
        switch (token, place.depth) {
        case (.beginObject, 1):
            object.begin()
            return nil
        case (.endObject, 0): return object.finish(into: &events)
        case (.beginArray, 1), (_, 0): return "The line is no JSON object."
        default: return object.take(token, text, at: place, into: &events)
        }
    }
}
