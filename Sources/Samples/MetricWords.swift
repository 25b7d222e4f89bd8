/// The words of a metric's name.
enum MetricWords {
    /// In their order and lower case, where words are separated by `_`, `.`, `:`, `-` or `/`, or begin with a capital behind a
    /// small letter: `node_memory_MemFree_bytes` has node, memory, mem, free, bytes.
    static func of(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isBehindSmall = false
        for character in name {
            let isSeparator = "_.:-/".contains(character)
            if (isSeparator || isBehindSmall && character.isUppercase) && !word.isEmpty {
                words.append(word)
                word = ""
            }
            isBehindSmall = character.isLowercase
            if !isSeparator { word += character.lowercased() }
        }
        return word.isEmpty ? words : words + [word]
    }
}
