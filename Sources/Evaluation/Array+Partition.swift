extension Array {
    /// The first index whose element belongs to the second part, `endIndex` where none does.
    ///
    /// The array must be parted already: every element of the first part stands before every one of the second.
    /// Takes log2(`count`) looks.
    func partitioningIndex(where belongsToSecondPart: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
