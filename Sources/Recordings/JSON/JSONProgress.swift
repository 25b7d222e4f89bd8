/// How far the reading of JSON is.
struct JSONProgress: Sendable {
    var tokenizer: JSONTokenizer
    /// True in the rest of a bad line or, where lines mean nothing, of a broken file.
    var isPassingOver = false

    init(isLinewise: Bool) {
        tokenizer = JSONTokenizer(isLinewise: isLinewise)
    }
}
