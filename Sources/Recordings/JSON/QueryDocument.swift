/// What `query` and `query_range` of Prometheus or VictoriaMetrics answer:
/// `{"status":"success","data":{"resultType":"matrix","result":[{…},…]}}`, also a vector.
struct QueryDocument: JSONFormat {
    /// Such an answer may be one enormous line, or many lines.
    static let isLinewise = false

    /// The member of the outermost object.
    private enum Outer { case status, error, data, other }
    /// The member of `data`.
    private enum Inner { case resultType, result, other }

    var progress = JSONProgress(isLinewise: isLinewise)
    private var object: SeriesObject
    private var outer = Outer.other
    private var inner = Inner.other
    private var failure: String?
    private var hasResult = false
    private var isInResult = false
    /// True in the rest of something that is bad.
    private var isPassingOver = false

    /// - Parameter unnamed: The name of series without one.
    init(unnamed: String) {
        object = SeriesObject(depth: 4, unnamed: unnamed)
    }

    mutating func take(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, at place: JSONPlace, into events: inout EventCollector
    ) -> String? {
        guard !isInResult else { return takeResult(token, text, at: place, into: &events) }
        switch (token, place.depth) {
        case (.beginObject, 1): begin()
        case (.name, 1): (outer, inner) = (Self.outer(text), .other)
        case (.text, 1) where outer == .status && !text.isWord("success"): failure = failure ?? text.text
        case (.text, 1) where outer == .error: failure = text.text
        case (.name, 2) where outer == .data: inner = Self.inner(text)
        case (.text, 2) where inner == .resultType: return typeFault(text)
        case (.beginArray, 3) where inner == .result: (isInResult, hasResult) = (true, true)
        case (.endObject, 0): return end()
        case (.beginArray, 1), (_, 0): return "The answer is no JSON object."
        default: break
        }
        return nil
    }

    private static func outer(_ name: UnsafeRawBufferPointer) -> Outer {
        if name.isWord("status") { return .status }
        if name.isWord("data") { return .data }
        return name.isWord("error") ? .error : .other
    }

    private static func inner(_ name: UnsafeRawBufferPointer) -> Inner {
        if name.isWord("result") { return .result }
        return name.isWord("resultType") ? .resultType : .other
    }

    private mutating func begin() {
        (outer, inner, failure) = (.other, .other, nil)
        (hasResult, isPassingOver) = (false, false)
    }

    private mutating func end() -> String? {
        if let failure { return "The query failed: \(Quotation.of(failure))." }
        return hasResult ? nil : "The answer has no \"data\" with a \"result\"."
    }

    private mutating func typeFault(_ type: UnsafeRawBufferPointer) -> String? {
        guard !type.isWord("matrix"), !type.isWord("vector") else { return nil }
        isPassingOver = true
        return "A result of the type \(Quotation.of(type)) has no series."
    }

    /// Takes a token of the list of series, in which a bad one does not spoil the others.
    private mutating func takeResult(
        _ token: JSONToken, _ text: UnsafeRawBufferPointer, at place: JSONPlace, into events: inout EventCollector
    ) -> String? {
        if token == .endArray, place.depth == 2 {
            isInResult = false
            return nil
        }
        if token == .beginObject, place.depth == 4 {
            isPassingOver = false
            object.begin()
            return nil
        }
        guard !isPassingOver else { return nil }
        let fault: String? =
            switch (token, place.depth) {
            case (.endObject, 3): object.finish(into: &events)
            case (.beginArray, 4), (_, 3): "The result is no list of series."
            default: object.take(token, text, at: place, into: &events)
            }
        isPassingOver = fault != nil
        return fault
    }
}
