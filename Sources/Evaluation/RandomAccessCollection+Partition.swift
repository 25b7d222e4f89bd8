extension RandomAccessCollection {
    /// The first index whose element belongs to the second part, `endIndex` where none does.
    ///
    /// The collection must be parted already: every element of the first part stands before every one of the second.
    /// Takes log2(`count`) looks.
    func partitioningIndex(where belongsToSecondPart: (Element) -> Bool) -> Index {
        var (low, length) = (startIndex, count)
        while length > 0 {
            let half = length / 2
            let middle = index(low, offsetBy: half)
            if belongsToSecondPart(self[middle]) {
                length = half
            } else {
                low = index(after: middle)
                length -= half + 1
            }
        }
        return low
    }
}
