/// Single-precision numbers in rows of equal length, row-major: element (`row`, `column`) lies at
/// `row * columns + column`.
public struct Matrix: Hashable, Sendable {
    /// How many rows, at least 0.
    public let rows: Int
    /// How many columns, at least 0.
    public let columns: Int
    /// All `rows * columns` elements, row by row.
    public internal(set) var elements: [Float]

    /// A matrix with the same number everywhere.
    public init(rows: Int, columns: Int, repeating value: Float = 0) {
        precondition(rows >= 0 && columns >= 0, "A matrix has no negative number of rows or columns.")
        self.rows = rows
        self.columns = columns
        elements = [Float](repeating: value, count: rows * columns)
    }

    /// A matrix of given elements, row by row; there are `rows * columns` of them.
    public init(rows: Int, columns: Int, elements: [Float]) {
        precondition(rows >= 0 && columns >= 0, "A matrix has no negative number of rows or columns.")
        precondition(elements.count == rows * columns, "A matrix has as many elements as its rows times its columns.")
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    /// One element.
    public subscript(row: Int, column: Int) -> Float {
        get { elements[offset(row, column)] }
        set { elements[offset(row, column)] = newValue }
    }

    /// A copy of one row.
    public func row(_ row: Int) -> ArraySlice<Float> {
        precondition(row >= 0 && row < rows, "A row outside its matrix.")
        return elements[row * columns..<(row + 1) * columns]
    }

    /// Sets every element of one column.
    public mutating func fill(column: Int, with value: Float) {
        for row in 0..<rows { self[row, column] = value }
    }

    private func offset(_ row: Int, _ column: Int) -> Int {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns, "An element outside its matrix.")
        return row * columns + column
    }
}
