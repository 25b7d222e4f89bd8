internal import Samples

/// Marks among the numbers that stand for series, in columns of `UInt32`; a `SeriesTable` never gives them.
enum SeriesNumber {
    /// Nobody said which series this is.
    static let undefined = UInt32.max
    /// The table was full when the series came, and tables never shrink.
    static let noRoom = UInt32.max - 1
}

extension SeriesTable {
    /// The number of a series, or ``SeriesNumber/noRoom``.
    mutating func number(of key: SeriesKey) -> UInt32 {
        intern(key) ?? SeriesNumber.noRoom
    }
}

extension SeriesKey {
    /// A key from outside: its name is not empty and without braces, its labels have names.
    init(orRefuse name: String, _ labels: Labels) throws(Refusal) {
        guard !name.isEmpty else { throw Refusal(.malformed, "A series has an empty name.") }
        guard !name.utf8.contains(UInt8(ascii: "{")), !name.utf8.contains(UInt8(ascii: "}")) else {
            throw Refusal(.malformed, "The series name \(name.quoted) holds a brace; labels are given apart.")
        }
        guard !labels.pairs.contains(where: { $0.name.isEmpty }) else {
            throw Refusal(.malformed, "The series \(name.quoted) has a label without a name.")
        }
        self.init(name, labels)
    }
}
