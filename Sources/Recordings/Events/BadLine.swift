/// A line of a recording that was not taken, or not whole, and why.
package struct BadLine: Equatable, Sendable {
    /// The file as it was named, or `stdin`.
    package var file: String
    /// Counted from 1.
    package var line: Int
    /// What is wrong, as a sentence for whoever made the file.
    package var sentence: String

    /// A line that was not taken.
    package init(file: String, line: Int, sentence: String) {
        self.file = file
        self.line = line
        self.sentence = sentence
    }
}

extension BadLine: CustomStringConvertible {
    /// `file:line: sentence`, as compilers write it.
    package var description: String { "\(file):\(line): \(sentence)" }
}
