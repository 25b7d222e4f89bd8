/// A file in a folder that was not taken for a recording.
package struct SkippedFile: Equatable, Sendable {
    /// Where it is.
    package let path: String
    /// Why, as a sentence.
    package let sentence: String
}
