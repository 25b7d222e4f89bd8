/// Which files belong together.
///
/// - Reference: Galler, Fischer (1964), "An improved equivalence algorithm".
struct FileGroups {
    /// By file: an earlier one of its group, or itself.
    private var leaders: [Int]

    /// Each file alone.
    init(count: Int) {
        leaders = Array(0..<count)
    }

    /// Puts the groups of two files together.
    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (leader(of: a), leader(of: b))
        leaders[max(a, b)] = min(a, b)
    }

    /// The files of each group, ascending, groups in the order of their first file.
    var members: [[Int]] {
        let groups = Dictionary(grouping: leaders.indices, by: leader)
        return groups.keys.sorted().compactMap { groups[$0] }
    }

    private func leader(of file: Int) -> Int {
        var file = file
        while leaders[file] != file { file = leaders[file] }
        return file
    }
}
