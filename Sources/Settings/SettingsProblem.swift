/// One thing that is wrong with a settings file, as a sentence for the person who wrote it.
package struct SettingsProblem: Equatable, Sendable {
    /// The file as it was named.
    package let file: String
    /// From 1; `nil` where the problem has no line, such as a missing file.
    package let line: Int?
    /// The key's path, such as `models.warm_up` or `policies.rules[2].direction`; `nil` where it is not about a key.
    package let key: String?
    /// What is wrong and what would be right, naming the key.
    package let sentence: String

    /// A problem with all its parts.
    package init(file: String, line: Int?, key: String?, sentence: String) {
        self.file = file
        self.line = line
        self.key = key
        self.sentence = sentence
    }
}

extension SettingsProblem: CustomStringConvertible {
    /// `file:line: sentence`, as compilers and editors write it.
    package var description: String {
        guard let line else { return "\(file): \(sentence)" }
        return "\(file):\(line): \(sentence)"
    }
}
