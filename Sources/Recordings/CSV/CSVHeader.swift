import Samples

/// What the first line of a CSV says about the others.
struct CSVHeader: Sendable {
    /// How a line holds its samples.
    enum Shape: Equatable {
        /// `timestamp,value`
        case single
        /// `timestamp,<series>,<series>,…`; `nil` for a column that is not read.
        case wide([SeriesKey?])
        /// `timestamp,series,value`
        case long
    }

    /// The shape, or `nil` where the lines cannot be read.
    let shape: Shape?
    /// What is wrong with the header; there can be a shape all the same.
    let fault: String?
    /// How many fields a line has.
    let width: Int

    /// Reads the fields of the first line. Names of columns may be in capitals, but those of series are as they are.
    init(_ names: [String]) {
        let lowered = names.map { $0.lowercased() }
        width = names.count
        switch lowered.dropFirst() {
        case _ where !Self.isTime(names.first ?? ""), []:
            (shape, fault) = (nil, Self.notAHeader)
        case ["value"]:
            (shape, fault) = (.single, nil)
        case ["series", "value"]:
            (shape, fault) = (.long, nil)
        default:
            (shape, fault) = Self.wide(names.dropFirst())
        }
    }

    /// True for what the first column is called.
    static func isTime(_ name: String) -> Bool {
        ["timestamp", "time"].contains(name.lowercased())
    }

    private static let notAHeader =
        "its first line is no header: timestamp,value or timestamp,series,value or timestamp,<series>,<series>…"

    private static func wide(_ names: ArraySlice<String>) -> (Shape?, String?) {
        var columns: [SeriesKey?] = []
        var met: Set<SeriesKey> = []
        var fault: String?
        for (offset, name) in names.enumerated() {
            let key = SeriesKey(parsing: name)
            if let key, met.insert(key).inserted {
                columns.append(key)
            } else {
                let what = key == nil ? "is no name of a series" : "occurs twice"
                fault = fault ?? "Column \(offset + 2), \(Quotation.of(name)), \(what) and is left out."
                columns.append(nil)
            }
        }
        return met.isEmpty ? (nil, "none of its columns is a series") : (.wide(columns), fault)
    }
}
