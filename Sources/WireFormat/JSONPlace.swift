/// Where in a message something stands, for a sentence: `sample 3`.
struct JSONPlace: CustomStringConvertible {
    let what: StaticString
    let index: Int

    var description: String { "\(what) \(index)" }
}
